using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>On somebody's page: what they had lately, and one tap to what can be given.</summary>
public sealed record HelpCard(IReadOnlyList<HelpLine> Lately, HelpChoices Choices)
{
    private const int Shown = 3;

    public static async Task<HelpCard> ReadAsync(GroupDb db, Vault vault, PersonId person, DateOnly today, Texts texts)
    {
        var choices = await HelpChoices.ReadAsync(db, today, texts);
        return new HelpCard((await HelpLine.OfAsync(db, vault, person, choices, Shown)).Lines, choices);
    }
}
