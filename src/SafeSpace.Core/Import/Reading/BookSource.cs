namespace SafeSpace.Core.Import.Reading;

/// <summary>A file that can be read more than once, from its beginning each time: first to recognise, then to check, then to import.</summary>
/// <param name="FileName">As the person knows it, without its folder.</param>
/// <param name="Open">A new seekable stream each time; the reader disposes of it.</param>
public sealed record BookSource(string FileName, Func<Stream> Open)
{
    public static BookSource FromPath(string path) =>
        new(Path.GetFileName(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));

    public static BookSource FromBytes(string fileName, byte[] bytes) => new(fileName, () => new MemoryStream(bytes, writable: false));
}
