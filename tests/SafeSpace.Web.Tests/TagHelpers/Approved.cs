using System.Runtime.CompilerServices;

namespace SafeSpace.Web.Tests.TagHelpers;

/// <summary>Compares with a file somebody has read and approved. A difference is written beside it as .received, to be read and moved.</summary>
internal static class Approved
{
    public static void Match(string html, string name, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Approved", name + ".html");
        var received = Path.ChangeExtension(file, ".received");
        var text = html.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(file) && File.ReadAllText(file) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{name}.html is not what was approved. Read {name}.received; if it is right, move it over {name}.html.\n\n{text}");
    }
}
