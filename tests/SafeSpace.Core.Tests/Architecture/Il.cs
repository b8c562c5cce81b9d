using System.Reflection;
using System.Reflection.Emit;

namespace SafeSpace.Core.Tests.Architecture;

/// <summary>What compiled code really touches: every type, method and field its instructions name.</summary>
internal static class Il
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value & 0xFFFF);

    public static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All));

    /// <summary>Members named in the body, closed over the method's own type arguments.</summary>
    public static IEnumerable<MemberInfo> MembersOf(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;
        for (var at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xFE)
                value = 0xFE00 | il[at++];
            var code = Codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(il, at)) is { } member)
                yield return member;
            at += code.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(il, at)) : Size(code.OperandType);
        }
    }

    /// <summary>Every type that a type names anywhere: what it is made of, and what its methods use.</summary>
    public static IEnumerable<Type> TypesNamedIn(Type type)
    {
        var named = new List<Type?> { type.BaseType };
        named.AddRange(type.GetInterfaces());
        named.AddRange(type.GetFields(All).Select(f => f.FieldType));
        named.AddRange(type.GetCustomAttributesData().Select(a => a.AttributeType));
        foreach (var method in MethodsOf(type))
        {
            named.AddRange(Signature(method));
            foreach (var member in MembersOf(method))
            {
                named.Add(member as Type ?? member.DeclaringType);
                if (member is MethodBase called)
                    named.AddRange(Signature(called));
                else if (member is FieldInfo field)
                    named.Add(field.FieldType);
            }
        }

        return named.OfType<Type>().SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type> Signature(MethodBase method)
    {
        var types = method.GetParameters().Select(p => p.ParameterType);
        if (method is MethodInfo info)
            types = types.Append(info.ReturnType);
        return method.IsGenericMethod ? types.Concat(method.GetGenericArguments()) : types;
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        yield return type.HasElementType ? type.GetElementType()! : type;
        foreach (var argument in type.GetGenericArguments())
            foreach (var part in Parts(argument))
                yield return part;
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(
                token,
                method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
                method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
