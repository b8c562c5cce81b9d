using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Community.Members;

[Needs(Permission.KeepBooks)]
public sealed class NewModel(GroupDb db, GroupStore store, MemberService members, Viewer viewer, Texts texts) : MemberForm(db, store, viewer, texts)
{
    public async Task OnGetAsync()
    {
        await ReadNetworksAsync();
        (Number, JoinedOn, Network) = (await MemberService.NextNumberAsync(Db), Clock.Today, Networks.Count > 0 ? Networks[0].Value : null);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadNetworksAsync();
        return await ReadAsync(NewId) is { } member ? await AnswerAsync(await members.AddAsync(member, Viewer.Actor), ReadNetworksAsync) : await AgainAsync(ReadNetworksAsync);
    }
}
