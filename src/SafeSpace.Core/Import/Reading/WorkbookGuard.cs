using System.IO.Compression;
using System.Xml;

namespace SafeSpace.Core.Import.Reading;

/// <summary>
/// Looks through a workbook's parts before anything is read from it: sizes as declared, then sizes as they really unpack,
/// well-formed to the end, and which formulas show no value.
/// </summary>
internal static class WorkbookGuard
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false };

    /// <summary>Notes about formulas. Refuses what is too large, damaged, or no workbook.</summary>
    public static IReadOnlyList<string> Check(BookSource source, ReadLimits limits)
    {
        try
        {
            using var zip = new ZipArchive(source.Open(), ZipArchiveMode.Read);
            RefuseOtherKinds(source, zip);
            RefuseBombs(source, zip, limits);
            return ReadThrough(source, zip, limits);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw new ImportRefusedException(source.FileName, CutShort, e);
        }
    }

    public const string CutShort = "This workbook is damaged or cut short. Save it again in your spreadsheet program, and choose the new file.";

    private static void RefuseOtherKinds(BookSource source, ZipArchive zip)
    {
        if (zip.GetEntry("xl/workbook.xml") is not null) return;
        throw new ImportRefusedException(source.FileName,
            zip.GetEntry("xl/workbook.bin") is not null || zip.GetEntry("content.xml") is not null
                ? "We cannot read this kind of workbook. Open it in your spreadsheet program and save it as XLSX."
                : "This file is not a spreadsheet. Save the book as XLSX or CSV and choose that.");
    }

    private static void RefuseBombs(BookSource source, ZipArchive zip, ReadLimits limits)
    {
        long packed = 0, unpacked = 0;
        foreach (var part in zip.Entries)
        {
            packed += part.CompressedLength;
            unpacked += part.Length;
        }

        if (zip.Entries.Count > limits.MaxZipParts || IsBomb(packed, unpacked, limits)) throw TooLarge(source);
    }

    private static bool IsBomb(long packed, long unpacked, ReadLimits limits) =>
        unpacked < 0 || unpacked > limits.MaxUnpackedBytes
        || unpacked > limits.RatioFromBytes && unpacked / Math.Max(packed, 1) > limits.MaxRatio;

    private static ImportRefusedException TooLarge(BookSource source) =>
        new(source.FileName, "This workbook unpacks to far more than it should. Copy the rows you need into a new workbook, and choose that.");

    private static List<string> ReadThrough(BookSource source, ZipArchive zip, ReadLimits limits)
    {
        var formulas = 0;
        var empty = 0;
        long packed = 0, unpacked = 0;
        foreach (var part in zip.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            packed += part.CompressedLength;
            using var counted = new CountedStream(part.Open(), read =>
            {
                unpacked += read;
                if (IsBomb(packed, unpacked, limits)) throw TooLarge(source);
            });
            using var xml = XmlReader.Create(counted, Safe);
            if (part.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)) CountFormulas(xml, ref formulas, ref empty);
            else while (xml.Read()) { }
        }

        var notes = new List<string>();
        if (formulas > 0) notes.Add($"{formulas} cells hold a formula. We never run formulas: we take what each one last showed.");
        if (empty > 0) notes.Add($"{empty} formulas show nothing yet, so we read them as empty. Open the workbook, save it, and choose it again to fill them.");
        return notes;
    }

    private static void CountFormulas(XmlReader xml, ref int formulas, ref int empty)
    {
        var hasFormula = false;
        var hasValue = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName == "f") hasFormula = true;
                else if (xml.LocalName is "v" or "is") hasValue = true;
                else if (xml.LocalName == "c") (hasFormula, hasValue) = (false, false);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c" && hasFormula)
            {
                formulas++;
                if (!hasValue) empty++;
                hasFormula = false;
            }
        }
    }
}
