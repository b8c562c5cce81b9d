using System.Globalization;
using System.Text;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Tests.Import;

/// <summary>A million diary rows, made while they are read: memory holds hashes, never rows.</summary>
public sealed class MillionRowsTests
{
    private const int Rows = 1_000_000;

    [Fact]
    public void MillionDiaryRows_AreReadInFlatMemory()
    {
        var reading = ImportReading.Open(
            [Importing.Csv(Importing.Register + "SS1,1/2/2000,Sam,Hill,,,,\n", "register.csv"), new BookSource("diary.csv", () => new GeneratedDiary(Rows))],
            new ImportOptions(Importing.Today));
        var tally = new ImportTally();
        long most = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var outcome in reading.Rows(PeopleLookup.Nobody))
        {
            tally.Add(outcome);
            if (tally.Read % 250_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(Rows, tally.Contacts);
        Assert.Empty(tally.Refused);
        // A hash of 16 bytes and the row's number take 32 bytes in the table, twice while it grows.
        var hashes = Rows * 32L * 2 + 20_000_000;
        Assert.True(most < hashes + (50L << 20), $"{most >> 20} MB held");
    }

    [Fact]
    public void RowsOfACsvFile_HoldNothingAtAll()
    {
        var book = Book.Open(new BookSource("diary.csv", () => new GeneratedDiary(200_000)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var rows = 0;
        foreach (var row in book.Rows(""))
            if (++rows % 50_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);

        Assert.Equal(200_001, rows);
        Assert.True(most < 10L << 20, $"{most >> 20} MB held");
    }

    /// <summary>A diary of any length that is nowhere: each part is made when it is read.</summary>
    private sealed class GeneratedDiary(int rows) : Stream
    {
        private byte[] line = Encoding.UTF8.GetBytes(Importing.Diary);
        private int at;
        private int next;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => 1;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var written = 0;
            while (written < count)
            {
                if (at == line.Length)
                {
                    if (next == rows) break;
                    line = Line(next++);
                    at = 0;
                }

                var part = Math.Min(count - written, line.Length - at);
                Array.Copy(line, at, buffer, offset + written, part);
                at += part;
                written += part;
            }

            return written;
        }

        private static byte[] Line(int i) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{new DateOnly(2010, 1, 1).AddDays(i / 300):dd/MM/yyyy},{i / 60 % 24:00}:{i % 60:00},Call in,SS1,Sam Hill,Kelly,{i % 90},\"said, \"\"thanks {i}\"\"\nwill ring back\"\n"));

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
