using System.Diagnostics;
using System.Globalization;

namespace SafeSpace.Faults.Tests.Machinery;

/// <summary>A full disk without a small disk: no file of a running process may grow beyond a size, until it is lifted.</summary>
public static class FileLimit
{
    /// <summary>For who may set it: the user whose process it is.</summary>
    public static string Command(string id, long? bytes) => string.Create(CultureInfo.InvariantCulture, $"prlimit --pid {id} --fsize={bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}:unlimited");

    /// <param name="id">A running process of our own.</param>
    /// <param name="bytes">Null lifts it.</param>
    public static async Task SetAsync(int id, long? bytes)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", Command(id.ToString(CultureInfo.InvariantCulture), bytes)]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        // A limit that was refused would test nothing.
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"No limit could be set: {await process.StandardError.ReadToEndAsync()}");
    }
}
