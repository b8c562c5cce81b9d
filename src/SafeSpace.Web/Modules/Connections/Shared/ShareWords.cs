using System.Text;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Register;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Shared;

/// <summary>The words that leave the house: made from the record, with nothing in them but what the person agreed to share.</summary>
internal static class ShareWords
{
    private static string Label(Texts t, Share share) => share switch
    {
        Share.Name => t["Name"],
        Share.Born => t["Born"],
        Share.Phone => t["Phone"],
        Share.Email => t["E-mail"],
        Share.Address => t["Address"],
        Share.SafeTimes => t["How to reach them safely"],
        _ => t["To understand each other"],
    };

    public static IReadOnlyList<Choice> Choices(Texts t) => [.. Enum.GetValues<Share>().Select(s => new Choice(s.ToString(), Label(t, s)))];

    public static string Labels(Texts t, IReadOnlySet<Share> shares) => shares.Count == 0 ? t["nothing but what they need"] : string.Join(", ", shares.Order().Select(s => Label(t, s)));

    /// <param name="phone">Where the service reaches us.</param>
    public static string Letter(Texts t, string group, string? phone, string partner, PersonDetails details, IReadOnlySet<Share> shares, string what, string signed, string day)
    {
        var text = new StringBuilder();
        text.Append(t["To: {0}", partner]).Append('\n').Append(t["From: {0}", group]).Append(phone is null ? "" : ", " + phone).Append('\n').Append(day).Append("\n\n");
        text.Append(t["We write with the agreement of the person this is about."]).Append("\n\n");
        foreach (var share in shares.Order())
        {
            if (Of(details, share, t) is { } said)
                text.Append(Label(t, share)).Append(": ").Append(said).Append('\n');
        }

        if (!shares.Contains(Share.Name))
            text.Append(t["They would like to stay without a name for now. Please answer to us."]).Append('\n');
        text.Append('\n').Append(what).Append("\n\n").Append(t["Can you help, and when? If you cannot, please tell us why."]).Append("\n\n").Append(signed).Append(", ").Append(group).Append('\n');
        return text.ToString();
    }

    private static string? Of(PersonDetails details, Share share, Texts t) => share switch
    {
        Share.Name => string.Join(' ', new[] { details.GivenName, details.Surname }.Where(n => !string.IsNullOrEmpty(n))) is { Length: > 0 } name ? name : null,
        Share.Born => details.DateOfBirth is { } born ? Spoken.Date(born) : null,
        Share.Phone => details.Phones.Count > 0 ? string.Join(", ", details.Phones.Select(p => p.Number)) : null,
        Share.Email => details.Email,
        Share.Address => string.Join(", ", new[] { details.Address, details.Postcode }.Where(a => !string.IsNullOrEmpty(a))) is { Length: > 0 } address ? address : null,
        Share.SafeTimes => string.Join(". ", new[] { details.SafeTimes, details.Voicemail == Voicemail.No ? t["Leave no message."] : null }.Where(a => !string.IsNullOrEmpty(a))) is { Length: > 0 } safe ? safe : null,
        _ => details.CommunicationNeeds,
    };
}
