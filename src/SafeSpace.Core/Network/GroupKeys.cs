using System.Security.Cryptography;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>
/// The key of each group: from the environment (<c>SAFESPACE_KEY_MY_TOWN</c>, 64 hexadecimal digits) or a file
/// <c>keys/&lt;slug&gt;.key</c> that only its owner reads. Kept and backed up apart from the data; without it no sealed word opens.
/// </summary>
public sealed class GroupKeys(string dataFolder)
{
    public string DataFolder => dataFolder;

    private string FileOf(string slug) => Path.Combine(dataFolder, "keys", slug + ".key");

    public byte[] Read(string slug)
    {
        var hex = Environment.GetEnvironmentVariable("SAFESPACE_KEY_" + slug.ToUpperInvariant().Replace('-', '_'));
        if (hex is null && File.Exists(FileOf(slug)))
            hex = File.ReadAllText(FileOf(slug));
        if (hex is null)
            throw new SafeSpaceException($"The key of the group \"{slug}\" is missing: it is looked for in {FileOf(slug)}.");
        try
        {
            var key = Convert.FromHexString(hex.Trim());
            return key.Length == 32 ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new SafeSpaceException($"The key of the group \"{slug}\" is not 64 hexadecimal digits.");
        }
    }

    /// <summary>Makes the key of a new group, unless the environment already gives one.</summary>
    public void Make(string slug)
    {
        if (Environment.GetEnvironmentVariable("SAFESPACE_KEY_" + slug.ToUpperInvariant().Replace('-', '_')) is not null || File.Exists(FileOf(slug)))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(slug))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(FileOf(slug), options);
        file.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
    }
}
