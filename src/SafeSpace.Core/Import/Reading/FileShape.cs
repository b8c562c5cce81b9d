namespace SafeSpace.Core.Import.Reading;

internal enum FileShape
{
    Text,
    ZipWorkbook,
    OldWorkbook,
}
