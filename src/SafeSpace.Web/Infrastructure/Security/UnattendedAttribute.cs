namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>Asked for by a page that lies open, not by a hand: it does not keep a shared screen from locking.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnattendedAttribute : Attribute;
