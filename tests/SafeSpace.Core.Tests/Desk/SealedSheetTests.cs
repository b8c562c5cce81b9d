using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Desk.NightSheet;

namespace SafeSpace.Core.Tests.Desk;

public sealed class SealedSheetTests
{
    private const string Passphrase = "żółw kettle seven larks";

    [Fact]
    public void Open_WithThePassphrase_HoweverItsSpacesAndAccentsWereTyped_GivesTheWords()
    {
        var sheet = SealedSheet.Seal(Passphrase, "Sam 🫖");
        Assert.Equal("Sam 🫖", sheet.Open($"  {Passphrase.Normalize(NormalizationForm.FormD)}  ".Replace(" ", "  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Open_WithAnotherPassphrase_OrATouchedByte_GivesNothing()
    {
        var sheet = SealedSheet.Seal(Passphrase, "Sam");
        Assert.ThrowsAny<CryptographicException>(() => sheet.Open(Passphrase + "s"));
        sheet.Words[0] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => sheet.Open(Passphrase));
    }

    [Fact]
    public void Seal_TheSameTwice_LooksDifferent_AndCostsAGuesserAsMuchAsAsked()
    {
        var (one, other) = (SealedSheet.Seal(Passphrase, "Sam"), SealedSheet.Seal(Passphrase, "Sam"));
        Assert.NotEqual(one.Words, other.Words);
        Assert.NotEqual(one.Salt, other.Salt);
        Assert.True(one.Iterations >= 600_000);
    }
}
