using System.Security.Cryptography;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Reads a sealed file from any place, one piece open at a time. Throws when a byte of it was changed.</summary>
internal sealed class SealedFileStream(Stream inner, byte[] key, Guid file) : Stream
{
    private const int Whole = SealedFile.PieceLength + SealedFile.Overhead;
    private readonly AesGcm gcm = new(key, 16);
    private readonly long pieces = Math.Max(1, (inner.Length + Whole - 1) / Whole);
    private byte[] open = [];
    private long opened = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length - (pieces * SealedFile.Overhead);

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length)
            return 0;
        var number = Position / SealedFile.PieceLength;
        if (number != opened)
            OpenPiece(number);
        var part = open.AsSpan((int)(Position % SealedFile.PieceLength));
        part = part[..Math.Min(part.Length, buffer.Length)];
        part.CopyTo(buffer);
        Position += part.Length;
        return part.Length;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            gcm.Dispose();
        }

        base.Dispose(disposing);
    }

    private void OpenPiece(long number)
    {
        inner.Position = number * Whole;
        var piece = new byte[Math.Min(Whole, inner.Length - inner.Position)];
        inner.ReadExactly(piece);
        var text = new byte[piece.Length - SealedFile.Overhead];
        gcm.Decrypt(piece.AsSpan(0, 12), piece.AsSpan(SealedFile.Overhead), piece.AsSpan(12, 16), text, SealedFile.Place(file, number, number == pieces - 1));
        (open, opened) = (text, number);
    }
}
