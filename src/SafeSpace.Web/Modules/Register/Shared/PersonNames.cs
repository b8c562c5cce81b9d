using SafeSpace.Core.Register;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.Shared;

/// <summary>How a person is called on pages.</summary>
public static class PersonNames
{
    /// <summary>The whole name; where none is known, words that say so.</summary>
    public static string Whole(Texts t, string given, string surname, string reference)
    {
        var name = string.Join(' ', new[] { given, surname }.Where(n => n.Length > 0));
        if (name.Length > 0)
            return name;
        return reference.StartsWith(Person.ErasedReference, StringComparison.Ordinal) ? t["somebody whose record was erased"]
            : reference.StartsWith(Person.NamelessReference, StringComparison.Ordinal) ? t["Nameless record {0}", reference[Person.NamelessReference.Length..]]
            : t["Name not known, {0}", reference];
    }

    public static string Whole(Texts t, Person person) => Whole(t, person.GivenName, person.Surname, person.Reference);

    public static string State(Texts t, CaseState? state) => state switch
    {
        CaseState.Open => t["open"],
        CaseState.SteppedDown => t["stepped down"],
        CaseState.Closed => t["closed"],
        _ => t["no case"],
    };
}
