using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Referrals;

/// <summary>What is asked of a referral, by phone or by form. Nothing is required.</summary>
public abstract class ReferPage(GroupClock clock, Texts texts) : DecisionPage(clock, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? GivenName { get; set; }

    [BindProperty]
    public string? Surname { get; set; }

    [BindProperty]
    public DateOnly? Born { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? ReferrerName { get; set; }

    [BindProperty]
    public string? ReferrerContact { get; set; }

    [BindProperty]
    public string? HowSoon { get; set; }

    [BindProperty]
    public string? HowSoonWords { get; set; }

    [BindProperty]
    public string? ToldUs { get; set; }

    [BindProperty]
    public string[] FromReferrer { get; set; } = [];

    [BindProperty]
    public string? Needs { get; set; }

    [BindProperty]
    public string? Risks { get; set; }

    [BindProperty]
    public string? SafeTimes { get; set; }

    [BindProperty]
    public Voicemail? Voicemail { get; set; }

    [BindProperty]
    public string? WhoMayAnswer { get; set; }

    [BindProperty]
    public string? CommunicationNeeds { get; set; }

    /// <summary>"Sam", or "this person" while there is no name.</summary>
    public override string CalledName => Called(null, GivenName, Surname) ?? T["this person"];

    protected ReferralId Id => new(FormId == Guid.Empty ? Ids.New() : FormId);

    protected ReferralDetails Details(Channel channel) => new()
    {
        Channel = channel,
        Person = new PersonDetails
        {
            GivenName = GivenName,
            Surname = Surname,
            DateOfBirth = Born,
            Postcode = Postcode,
            Phones = string.IsNullOrWhiteSpace(Phone) ? [] : [new PhoneDetails(Phone)],
            SafeTimes = SafeTimes,
            Voicemail = Voicemail ?? Core.Register.Voicemail.NotAsked,
            WhoMayAnswer = WhoMayAnswer,
            CommunicationNeeds = CommunicationNeeds,
        },
        Team = Team,
        ReferrerName = ReferrerName,
        ReferrerContact = ReferrerContact,
        HowSoon = HowSoon,
        HowSoonWords = HowSoonWords,
        ToldUs = ToldUs,
        FromReferrer = FromReferrer,
        Needs = Needs,
        Risks = Risks,
    };

    protected static string? Called(string? knownAs, string? given, string? surname) =>
        new[] { knownAs, given, surname }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))?.Trim();
}
