using System.Globalization;

namespace SafeSpace.Web.Cli;

/// <summary>How far long work has come: a bar that moves on a terminal, a plain line now and then elsewhere. Never on standard output.</summary>
internal sealed class ProgressLine(TextWriter error, string what, bool terminal) : IDisposable
{
    private const int Width = 30;
    private readonly Lock gate = new();
    private int shown = -1;

    public static ProgressLine For(TextWriter error, string what) =>
        new(error, what, ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected);

    public void Report(long done, long all)
    {
        var percent = all == 0 ? 100 : (int)(100 * done / all);
        lock (gate)
        {
            if (percent <= shown || (!terminal && percent < 100 && percent < shown + 25))
                return;
            shown = percent;
            if (terminal)
                error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what} [{new string('#', Width * percent / 100).PadRight(Width)}] {percent} %"));
            else
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {percent} %"));
        }
    }

    public void Dispose()
    {
        if (terminal && shown >= 0)
            error.WriteLine();
    }
}
