using SafeSpace.Core.Import.Rows;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>What became of every row of an import. The sums agree: read = imported + already known + refused + skipped + ignored.</summary>
public sealed record ImportResult
{
    public bool DryRun { get; init; }

    /// <summary>Everybody in the group's register afterwards.</summary>
    public int People { get; init; }

    public int PeopleNew { get; init; }

    /// <summary>Rows of the register that came in.</summary>
    public int Referrals { get; init; }

    /// <summary>Rows of the diary that came in.</summary>
    public int Contacts { get; init; }

    /// <summary>Rows of record books (hours, levels, sign-ins, members, crises, income, rates) that came in.</summary>
    public int BookRows { get; init; }

    public int RowsRead { get; init; }

    public int RowsImported { get; init; }

    /// <summary>Brought in before; those edited since are among them, and in <see cref="Changed"/>.</summary>
    public int RowsAlreadyKnown { get; init; }

    public int RowsIgnored { get; init; }

    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    public IReadOnlyList<SkippedRow> DuplicatesSkipped { get; init; } = [];

    public IReadOnlyList<ProbableDuplicate> ProbableDuplicates { get; init; } = [];

    public IReadOnlyList<ChangedRow> Changed { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Set when nothing could be brought in: one sentence says why.</summary>
    public string? Failure { get; init; }
}

/// <param name="Why">One of <see cref="Values.Refusals"/>.</param>
/// <param name="Detail">A sentence: what stands there and what to do. It may quote the row.</param>
public sealed record RefusedRow(string File, string? Sheet, int Row, string Why, string Detail)
{
    internal static RefusedRow Of(RowRefused refused) => new(refused.Place.File, refused.Place.Sheet, refused.Place.Row, refused.Why, refused.Detail);
}

/// <summary>The second copy of a row.</summary>
public sealed record SkippedRow(string File, int Row, int SameAsRow);

/// <summary>Somebody new who is probably known already under another reference; people decide.</summary>
public sealed record ProbableDuplicate(string NewReference, string SamePersonAs, double Score, string Why);

/// <summary>A row that was brought in and edited since.</summary>
/// <param name="Reference">Whose it is.</param>
/// <param name="Person">Whose the sheet says it is.</param>
/// <param name="Target">The referral or contact it became.</param>
/// <param name="Was">Key and hash of the row as it was brought in, in hexadecimal.</param>
/// <param name="Register">The row as it is now, if it is a referral.</param>
/// <param name="Diary">The row as it is now, if it is a contact.</param>
public sealed record ChangedRow(
    string File, string? Sheet, int Row, string Reference, Guid Person, Guid Target, string Was, IReadOnlyList<Difference> What, RegisterRow? Register, DiaryRow? Diary)
{
    public bool Applied { get; init; }

    internal RowPlace Place() => new(File, Sheet, Row);
}

/// <summary>One value that is not the same in the sheet and here.</summary>
/// <param name="Field">What it is, in words: "minutes", "date closed".</param>
public sealed record Difference(string Field, string SheetSays, string WeHave);
