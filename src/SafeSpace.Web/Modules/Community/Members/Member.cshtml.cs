using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Community.Members;

/// <summary>One member: what the list says, and the card for the door.</summary>
[Needs(Permission.KeepBooks)]
[ShowsPeople]
public sealed class MemberModel(GroupDb db, GroupStore store, MemberService members, PersonViews shown, Viewer viewer, Texts texts) : MemberForm(db, store, viewer, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    public Member Member { get; private set; } = null!;

    /// <summary>Their record in the register.</summary>
    public Person? Of { get; private set; }

    /// <summary>The membership that counts for both.</summary>
    public Member? OneWith { get; private set; }

    /// <summary>What somebody else wrote meanwhile.</summary>
    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
            return NotFound();
        (Number, Name, Network, JoinedOn, LeftOn, Record, Version) = (Member.Number, Member.Name, Member.Network, Member.JoinedOn, Member.LeftOn, Of?.Reference, Member.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return NotFound();
        if (await ReadAsync(Id) is not { } change)
            return await AgainAsync(FindAsync);
        try
        {
            return await AnswerAsync(await members.ChangeAsync(change, Version, Viewer.Actor), FindAsync);
        }
        catch (StaleVersionException)
        {
            Wrong("", "Somebody changed this while you were typing. Here are both. Save again to keep yours.");
            var again = await AgainAsync(FindAsync, StatusCodes.Status409Conflict);
            ModelState.Remove(nameof(Version));
            (Version, Changed) = (Member.Version, true);
            return again;
        }
    }

    public async Task<IActionResult> OnPostCardAsync() => await members.GiveCardAsync(Id, Viewer.Actor) is null ? NotFound() : Saved(new { Id });

    private async Task<bool> FindAsync()
    {
        await ReadNetworksAsync();
        if (await Db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id) is not { } member)
            return false;
        Member = member;
        Of = member.PersonId is { } who ? await Db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == who) : null;
        OneWith = member.OneWithId is { } one ? await Db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == one) : null;
        await shown.AsPageAsync("member", member.PersonId is { } person ? [person] : []);
        return true;
    }
}
