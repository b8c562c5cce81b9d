namespace SafeSpace.Core.Data;

/// <summary>
/// A figure kept beside the rows it counts. It is told of every change in the transaction of that change and writes
/// at most a few rows for a whole batch; <c>verify</c> recounts it from the rows.
/// </summary>
public interface IKeptFigure
{
    /// <summary>A fresh tally for one batch.</summary>
    KeptTally Begin();

    /// <summary>Throws away all that is kept, so that it can be counted anew: see <c>Reports.CountedAnew</c>.</summary>
    Task ForgetAsync(GroupDb db);
}

/// <summary>What one batch adds to a kept figure.</summary>
public abstract class KeptTally
{
    /// <summary>Adds what a finished unit changed; never called for a unit that failed.</summary>
    public abstract void Add(RowChange change);

    /// <summary>
    /// Writes the tally: rows added to <paramref name="db"/>, which are saved later, with the head of the chain held, so each is a new one;
    /// or SQL run on its connection at once.
    /// </summary>
    public abstract Task FlushAsync(GroupDb db);
}
