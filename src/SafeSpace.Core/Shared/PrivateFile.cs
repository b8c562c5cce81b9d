namespace SafeSpace.Core.Shared;

/// <summary>Files that hold keys or what people said: the program's own user reads them and nobody else, whatever mask it was started with.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file to write; its folder is made where there is none.</summary>
    public static FileStream Write(string path, FileMode mode = FileMode.Create, FileShare share = FileShare.None)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        if (mode == FileMode.Create)
            File.Delete(path); // one that is there would keep its mode
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>An empty one, for a library that would make it readable by others; one that is there stays as it is.</summary>
    public static void Begin(string path) => Write(path, FileMode.OpenOrCreate).Dispose();

    public static void Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var target = Write(to);
        source.CopyTo(target);
    }
}
