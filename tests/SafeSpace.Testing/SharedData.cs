namespace SafeSpace.Testing;

/// <summary>
/// The data that tests share: the folder <c>shared/data</c> beside the repository, or where SAFESPACE_SHARED says.
/// A missing file is a failure, never a skipped test.
/// </summary>
public static class SharedData
{
    /// <summary>The full path of a file such as <c>linkage/dataset1.csv</c>.</summary>
    public static string Path(string relative)
    {
        var path = System.IO.Path.Combine(Folder(), relative);
        if (File.Exists(path) || Directory.Exists(path)) return path;
        throw new FileNotFoundException(
            $"The shared test data '{relative}' is not there: looked for {path}. Put the folder shared/data beside the repository, or set SAFESPACE_SHARED to it.");
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("SAFESPACE_SHARED") is { Length: > 0 } said) return said;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "SafeSpace.slnx"))) folder = folder.Parent;
        if (folder?.Parent is null)
            throw new DirectoryNotFoundException("The repository's root (the folder with SafeSpace.slnx) was not found above the tests. Set SAFESPACE_SHARED to the folder shared/data.");
        return System.IO.Path.Combine(folder.Parent.FullName, "shared", "data");
    }
}
