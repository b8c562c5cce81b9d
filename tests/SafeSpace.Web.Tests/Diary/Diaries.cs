using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Diary;

/// <summary>What tests ask a group's store about its diary.</summary>
internal static class Diaries
{
    public static async Task<IReadOnlyList<Contact>> ContactsAsync(this TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Contacts.AsNoTracking().OrderBy(c => c.LoggedAt).ThenBy(c => c.Id).ToListAsync();
    }

    public static async Task<Contact> OnlyContactAsync(this TestGroup group) => Assert.Single(await group.ContactsAsync());

    public static string? WordsOf(this TestGroup group, Contact contact) => group.Store.Vault.Open("contact.words", contact.Id.Value, contact.Words);

    public static async Task AssertSoundAsync(this TestGroup group) => Assert.Empty((await new Verifier(group.Store).RunAsync([])).Problems);
}
