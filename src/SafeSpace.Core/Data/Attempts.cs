using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>For changes that two nodes can make at the same instant: an index lets one of them through, and the other looks again who it was.</summary>
public static class Attempts
{
    public static async Task<T> TwiceAsync<T>(Func<Task<T>> change)
    {
        try
        {
            return await change();
        }
        catch (Exception error) when (error is DbUpdateException or StaleVersionException)
        {
            return await change();
        }
    }
}
