namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>What the record of two people says. People decide; nothing is ever joined by this alone.</summary>
public enum MatchBand
{
    /// <summary>Two people, or too little is known.</summary>
    Not,

    /// <summary>Worth a person's look.</summary>
    Probably,

    /// <summary>One person as far as the record can show.</summary>
    Same,
}
