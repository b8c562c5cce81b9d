using System.Diagnostics;
using System.Globalization;

namespace SafeSpace.Faults.Tests.Machinery;

/// <summary>A full disk without a small disk: no file of a running process may grow beyond a size, until it is lifted.</summary>
public static class FileLimit
{
    /// <param name="processes">Running ones, of one owner: nobody else may limit them, not even root everywhere.</param>
    /// <param name="bytes">Null lifts it.</param>
    public static async Task SetAsync(IEnumerable<int> processes, long? bytes, string? owner = null)
    {
        var limit = bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
        foreach (var id in processes)
        {
            string[] words = ["prlimit", "--pid", id.ToString(CultureInfo.InvariantCulture), $"--fsize={limit}:unlimited"];
            if (owner is not null && Environment.UserName == "root")
                words = ["runuser", "-u", owner, "--", .. words];
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            // A process of the server may have ended by itself meanwhile; a limit that was refused would test nothing.
            if (process.ExitCode != 0 && Directory.Exists($"/proc/{id}"))
                throw new InvalidOperationException($"No limit could be set: {await process.StandardError.ReadToEndAsync()}");
        }
    }

    public static IEnumerable<int> ChildrenOf(int parent) =>
        File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
