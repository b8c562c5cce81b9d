using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>A pack as it was published, and the exact figures behind it.</summary>
internal sealed record PublishedPack(PackDocument Document, PackFigures Exact);
