namespace SafeSpace.Core.Import.Rows;

/// <summary>One row of a register: a referral, as understood. Words that nobody has explained stay as they were typed.</summary>
public sealed record RegisterRow(string? Reference, string Given, string Surname, UInt128 Fingerprint)
    : BookRecord(Reference, Given, Surname, Fingerprint)
{
    public required DateOnly ReferredOn { get; init; }

    public TimeOnly? ReferredAt { get; init; }

    public DateOnly? BornOn { get; init; }

    public string? Gender { get; init; }

    /// <summary>As people of the country dial them.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>The phone cell as typed: it may hold more than a number ("mum's").</summary>
    public string? PhoneAsTyped { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public string? Team { get; init; }

    public string? Urgency { get; init; }

    /// <summary>The referrer's word, as typed.</summary>
    public string? UrgencyAsTyped { get; init; }

    public IReadOnlyList<string> Factors { get; init; } = [];

    /// <summary>Factor words nobody has explained, as typed.</summary>
    public IReadOnlyList<string> UnknownFactors { get; init; } = [];

    public string? State { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? Notes { get; init; }
}
