using System.Diagnostics;
using System.Globalization;

namespace SafeSpace.Faults.Tests.Machinery;

/// <summary>A full disk without a small disk: no file of a running process may grow beyond a size, until it is lifted.</summary>
public static class FileLimit
{
    public static async Task SetAsync(IEnumerable<int> processes, long? bytes)
    {
        var limit = bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
        foreach (var id in processes)
        {
            using var process = Process.Start(new ProcessStartInfo("prlimit", ["--pid", id.ToString(CultureInfo.InvariantCulture), $"--fsize={limit}:unlimited"]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
        }
    }

    public static IEnumerable<int> ChildrenOf(int parent) =>
        File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
