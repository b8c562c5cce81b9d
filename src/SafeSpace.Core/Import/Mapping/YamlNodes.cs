using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace SafeSpace.Core.Import.Mapping;

/// <summary>Takes YAML apart, and tells people the line where it is not what it should be.</summary>
internal sealed class YamlNodes(string fileName)
{
    /// <param name="known">Keys that may stand here; null allows any.</param>
    public IReadOnlyDictionary<string, YamlNode> Map(YamlNode node, IReadOnlyList<string>? known)
    {
        if (node is not YamlMappingNode map) throw Refuse(node, "a list of “name: value” lines belongs here.");
        var found = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Children)
        {
            var name = Text(key);
            if (known is not null && !known.Contains(name))
                throw Refuse(key, $"we do not know “{name}” here. These may stand here: {string.Join(", ", known)}.");
            found[name] = value;
        }

        return found;
    }

    public IEnumerable<YamlNode> List(YamlNode node) =>
        node is YamlSequenceNode list ? list.Children : throw Refuse(node, "a list belongs here, each line beginning with “- ”.");

    /// <summary>One text, or a list of them.</summary>
    public IReadOnlyList<string> Texts(YamlNode node) =>
        node is YamlSequenceNode list ? [.. list.Children.Select(Text)] : [Text(node)];

    public string? Text(IReadOnlyDictionary<string, YamlNode> map, string key) => map.TryGetValue(key, out var node) ? Text(node) : null;

    public bool YesNo(IReadOnlyDictionary<string, YamlNode> map, string key) =>
        map.TryGetValue(key, out var node) && Text(node).ToLowerInvariant() switch
        {
            "yes" or "true" => true,
            "no" or "false" => false,
            _ => throw Refuse(node, "say yes or no."),
        };

    public int? Number(IReadOnlyDictionary<string, YamlNode> map, string key) =>
        !map.TryGetValue(key, out var node) ? null
        : int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Refuse(node, "a whole number belongs here.");

    public T Choice<T>(IReadOnlyDictionary<string, YamlNode> map, string key, params (string Name, T Value)[] choices)
    {
        if (!map.TryGetValue(key, out var node)) return choices[0].Value;
        foreach (var (name, value) in choices)
            if (name.Equals(Text(node), StringComparison.OrdinalIgnoreCase)) return value;
        throw Refuse(node, $"say one of these: {string.Join(", ", choices.Select(choice => choice.Name))}.");
    }

    private string Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value ?? "" : throw Refuse(node, "one word or text belongs here.");

    private ImportRefusedException Refuse(YamlNode node, string what) => new(fileName, $"Line {node.Start.Line} of the mapping: {what}");
}
