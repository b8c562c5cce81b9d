using System.Collections.Concurrent;
using AngleSharp.Dom;

namespace SafeSpace.Browser.Tests.EveryPage;

/// <summary>
/// How pages are built, whatever their words: the same pieces in the same order. A page built just as one that was looked at before is not
/// looked at again, nor are the head and foot of one role around the page of another.
/// </summary>
/// <param name="ofOneKind">How many pages of one kind are looked at for what is within, however they are built.</param>
public sealed class Shapes(int ofOneKind = int.MaxValue)
{
    private readonly ConcurrentDictionary<string, bool> seen = new();
    private readonly ConcurrentDictionary<string, int> ofKind = new();

    /// <summary>Whether any part of this page, around or within, is built as no page before it; from now on none of it is new.</summary>
    public bool AreNew(string kind, IDocument page)
    {
        var main = page.QuerySelector("main");
        var around = "around: " + string.Join(',', (page.Body?.Children ?? Enumerable.Empty<IElement>()).Where(one => one != main).Select(Of));
        var within = "within: " + (main is null ? "" : Of(main));
        var (newAround, newWithin) = (seen.TryAdd(around, true), seen.TryAdd(within, true));
        return newAround || (newWithin && ofKind.AddOrUpdate(kind, 1, (_, before) => before + 1) <= ofOneKind);
    }

    private static string Of(IElement one)
    {
        var inner = one.Children.Select(Of).ToList();
        return $"{one.LocalName} {one.ClassName} {one.GetAttribute("type")} {one.GetAttribute("role")} {one.HasAttribute("hidden")}({string.Join(',', inner.Where((part, i) => i == 0 || part != inner[i - 1]))})";
    }
}
