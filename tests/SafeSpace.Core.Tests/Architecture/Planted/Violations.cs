// Wrong on purpose: each rule of the house must find its own violation here, or it finds nothing anywhere.
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Reports;

namespace SafeSpace.Core.Tests.Architecture.Planted.Diary
{
    public sealed class Entry
    {
        public int Minutes { get; set; }
    }
}

namespace SafeSpace.Core.Tests.Architecture.Planted.Register
{
    /// <summary>The register must know nothing of the diary; here it does so only inside a method that runs later.</summary>
    public static class Knows
    {
        public static async Task<int> MinutesAsync()
        {
            await Task.Yield();
            return new Diary.Entry().Minutes;
        }
    }
}

namespace SafeSpace.Core.Tests.Architecture.Planted.Reports
{
    public static class MayKnow
    {
        public static int Minutes() => new Diary.Entry().Minutes;
    }
}

namespace SafeSpace.Core.Tests.Architecture.Planted
{
    public static class PastTheWriter
    {
        public static Task<int> ForgetAsync(GroupDb db) => db.Contacts.Where(c => c.Minutes == 0).ExecuteDeleteAsync();

        /// <summary>Kept figures are nobody's record: this one is allowed.</summary>
        public static Task<int> FoldAsync(GroupDb db) => db.ContactMonths.ExecuteDeleteAsync();
    }
}
