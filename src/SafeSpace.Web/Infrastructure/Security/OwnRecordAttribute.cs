namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>The page shows somebody their own record, and nobody else's: their own wall does not stand in their way here.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnRecordAttribute : Attribute;
