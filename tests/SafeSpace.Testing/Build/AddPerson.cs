using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

public static class AddPerson
{
    /// <summary>Somebody in the register, with a case that is open since today unless told otherwise.</summary>
    public static Task<Person> AddPersonAsync(this TestGroup group, string given = "Sam", string surname = "Harley", DateOnly? born = null, string? phone = null, bool open = true, string? reference = null) =>
        group.AddPersonAsync(new PersonDetails { GivenName = given, Surname = surname, DateOfBirth = born, Phones = phone is null ? [] : [new PhoneDetails(phone)] }, open, reference);

    public static Task<Person> AddPersonAsync(this TestGroup group, PersonDetails details, bool open = true, string? reference = null, string? team = null, DateOnly? openedOn = null) =>
        group.Store.Write("PersonAdded", Actor.CommandLine, async unit =>
        {
            var person = await PersonWriter.AddAsync(unit, details, reference);
            if (open)
                await CaseWriter.OpenAsync(unit, person.Id, openedOn ?? unit.Clock.Today, team);
            return person;
        });

    public static Task<CaseMove> CloseCaseAsync(this TestGroup group, Person person, DateOnly? on = null) =>
        group.Store.Write("CaseClosed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, person.Id, on ?? unit.Clock.Today, "better", null));
}
