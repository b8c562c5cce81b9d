using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import;

/// <summary>Carries an <see cref="ImportRefused"/> out of a stream of rows, where no outcome can be returned.</summary>
public sealed class ImportRefusedException : SafeSpaceException
{
    public ImportRefusedException(ImportRefused refused, Exception? inner = null)
        : base(refused.Sentence, inner) => Refused = refused;

    public ImportRefusedException(string file, string sentence, Exception? inner = null)
        : this(new ImportRefused(file, sentence), inner)
    {
    }

    public ImportRefused Refused { get; }
}
