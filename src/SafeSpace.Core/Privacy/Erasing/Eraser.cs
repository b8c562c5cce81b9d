using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

/// <summary>Empties every row of some records inside a unit of work, by the map. Nothing that is counted changes.</summary>
internal sealed class Eraser(Unit unit, IReadOnlyList<PersonId> records, bool everything)
{
    /// <summary>Names of emptied accounts begin with it.</summary>
    public const string EmptyAccount = "erased-";

    private readonly GroupDb db = unit.Db;

    /// <summary>How many rows were emptied or removed.</summary>
    public async Task<int> RunAsync()
    {
        unit.KeepsNoWords = true;
        await References.LockAsync(unit); // names of others are written meanwhile on no node
        var people = await db.PeopleWithMerged.Where(p => records.Contains(p.Id)).ToListAsync();
        var accounts = await OwnAccountsAsync();
        var mentions = await Mentions.OfAsync(db, people);
        var words = await WordsAsync();
        await LooseEnds.TieAsync(unit, records, accounts);
        var rows = await EmptyRowsAsync(new RowsOfPerson(db, records, accounts));
        people.ForEach(MakeNameless);
        foreach (var account in await db.Users.Where(u => accounts.Contains(u.Id)).ToListAsync())
            Empty(account);
        await mentions.TakeOutAsync(unit);
        await db.SaveChangesAsync();
        await DropWordsAsync(words);
        if (everything)
        {
            foreach (var owner in records.Select(r => r.Value))
                await unit.Sealing.DestroyAsync(owner);
        }

        foreach (var owner in accounts)
            await unit.Sealing.DestroyAsync(owner);
        return rows;
    }

    /// <summary>Accounts that are theirs alone: a colleague's account stays, and is tied to the record no more; so does one with another record.</summary>
    private async Task<List<Guid>> OwnAccountsAsync()
    {
        var tied = await db.PersonAccounts.Where(a => records.Contains(a.PersonId)).Select(a => a.UserId).Distinct().ToListAsync();
        var others = await db.UserRoles.Where(r => tied.Contains(r.UserId) && r.Role != Role.Member).Select(r => r.UserId).ToListAsync();
        var elsewhere = await db.PersonAccounts.Where(a => tied.Contains(a.UserId) && a.Until == null && !records.Contains(a.PersonId)).Select(a => a.UserId).ToListAsync();
        return [.. tied.Except(others).Except(elsewhere).Select(u => u.Value)];
    }

    private async Task<int> EmptyRowsAsync(RowsOfPerson rows)
    {
        var count = 0;
        foreach (var table in DataMap.Tables.Where(t => t.Goes || t.Columns.Any(IsEmptied)))
        {
            foreach (var entry in (await rows.OfAsync(table)).Select(r => db.Entry(r)))
            {
                count++;
                if (table.Goes)
                    entry.State = EntityState.Deleted;
                else
                    foreach (var column in table.Columns.Where(IsEmptied))
                        Empty(entry, column);
            }
        }

        return count;
    }

    /// <summary>Where only who they are is taken out, words stay sealed under their key.</summary>
    private bool IsEmptied(MappedColumn column) => column.Kept is null && (everything || column.Grade is not Grade.Words);

    private void Empty(EntityEntry entry, MappedColumn column)
    {
        var property = entry.Property(column.Property);
        if (property.CurrentValue is null)
            return;
        var row = (entry.Entity as IRecorded)?.RowId ?? Guid.Empty;
        property.CurrentValue = property.CurrentValue switch
        {
            _ when property.Metadata.IsNullable => null,
            string => column.Grade == Grade.Identifier ? EmptyAccount + row.ToString("N")[^12..] : "",
            Sealed => unit.Sealing.Seal(Guid.Empty, $"{entry.Metadata.GetTableName()}.{property.Metadata.GetColumnName()}", row, ""),
            byte[] => Array.Empty<byte>(),
            var other => throw new InvalidOperationException($"{entry.Metadata.Name}.{column.Property} is a {other.GetType().Name}, and nobody said how it is emptied."),
        };
    }

    /// <summary>A new reference that leads back to no paper, and a number that is nobody's.</summary>
    private void MakeNameless(Person person)
    {
        var random = Ids.New().ToString("N")[^10..];
        person.Reference = (everything ? Person.ErasedReference : Person.NamelessReference) + random;
        person.ReferenceNumber = -System.Security.Cryptography.RandomNumberGenerator.GetInt32(1, int.MaxValue);
        person.NamelessAt ??= unit.Now;
        if (everything)
            person.ErasedAt ??= unit.Now;
    }

    private void Empty(User account)
    {
        account.DisplayName = "–";
        (account.Email, account.NormalizedEmail, account.PhoneNumber, account.PasswordHash, account.PinHash) = (null, null, null, null, null);
        account.UserName = EmptyAccount + account.Id.ToString("N");
        account.NormalizedUserName = account.UserName.ToUpperInvariant();
        account.SecurityStamp = Ids.New().ToString("N");
        account.RetiredAt ??= unit.Now;
    }

    private async Task<List<long>> WordsAsync()
    {
        var pairs = await db.NamePairs.AsNoTracking().Where(p => records.Contains(p.PersonId)).ToListAsync();
        return [.. pairs.SelectMany(p => new[] { p.GivenWordId, p.SurnameWordId }).Where(w => w != 0).Distinct()];
    }

    /// <summary>Words of names that nobody bears any more go, with what they are found by.</summary>
    private async Task DropWordsAsync(List<long> words)
    {
        var borne = await db.NamePairs.Where(p => words.Contains(p.GivenWordId)).Select(p => p.GivenWordId)
            .Union(db.NamePairs.Where(p => words.Contains(p.SurnameWordId)).Select(p => p.SurnameWordId)).ToListAsync();
        var gone = words.Except(borne).ToList();
        await db.NameKeyRows.Where(k => gone.Contains(k.WordId)).ExecuteDeleteAsync();
        await db.NameWords.Where(w => gone.Contains(w.Id)).ExecuteDeleteAsync();
    }
}
