using System.CommandLine;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Register.Matching.Lists;
using SafeSpace.Core.Shared;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SafeSpace.Web.Cli;

internal static class MatchCommand
{
    private static readonly string[] Keys =
        ["reference", "given_name", "surname", "full_name", "known_as", "born", "phones", "house", "street", "address_line", "place", "postcode", "area", "gender"];

    public static Command Make()
    {
        var command = new Command("match", "Finds probable duplicates in any list of people; needs no group.");
        var file = new Argument<FileInfo>("FILE.csv") { Description = "A list of people, its first row naming the columns." };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "YAML: which column is which, where they are not recognised (given_name, surname, full_name, born, phones, postcode, …)." };
        var to = new Option<FileInfo?>("--out") { Description = "Where to write the pairs; otherwise they are printed." };
        var json = Answers.Json(command);
        command.Arguments.Add(file);
        command.Options.Add(mapping);
        command.Options.Add(to);
        command.SetAction(async (parsed, cancel) =>
        {
            var pairs = Match(Existing(parsed.GetValue(file)!), parsed.GetValue(mapping), cancel);
            var facts = new { pairs = pairs.Select(p => new { row = p.Row, other_row = p.OtherRow, reference = p.Reference, other_reference = p.OtherReference, score = p.Score, band = p.Band.ToString().ToLowerInvariant(), why = p.Why }) };
            if (parsed.GetValue(to) is { } target)
            {
                await using var writer = new StreamWriter(target.FullName);
                MatchFile.Write(writer, pairs);
                await parsed.AnswerAsync(json, facts, $"{pairs.Count} pairs written to {target.FullName}.");
            }
            else if (parsed.GetValue(json))
                await parsed.AnswerAsync(json, facts);
            else
                MatchFile.Write(parsed.Out(), pairs);
            return 0;
        });
        return command;
    }

    private static IReadOnlyList<FilePair> Match(FileInfo file, FileInfo? mapping, CancellationToken cancel)
    {
        using var reader = TextEncodings.Open(file.FullName);
        try
        {
            return new MatchFile(TimeProvider.System).Match(reader, mapping is null ? null : Columns(Existing(mapping)), cancellation: cancel);
        }
        catch (PeopleListException error)
        {
            throw new SafeSpaceException(error.Message, error);
        }
    }

    private static PeopleColumns Columns(FileInfo file)
    {
        try
        {
            var named = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(file.FullName)) ?? [];
            if (named.Keys.Except(Keys).FirstOrDefault() is { } strange)
                throw new SafeSpaceException($"The mapping names \"{strange}\". It may name: {string.Join(", ", Keys)}.");
            string? One(string key) => named.TryGetValue(key, out var value) ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) : null;
            return new PeopleColumns
            {
                Reference = One("reference"),
                GivenName = One("given_name"),
                Surname = One("surname"),
                FullName = One("full_name"),
                KnownAs = One("known_as"),
                Born = One("born"),
                Phones = named.GetValueOrDefault("phones") is IEnumerable<object> many ? [.. many.Select(m => m.ToString()!)] : One("phones") is { } phone ? [phone] : [],
                House = One("house"),
                Street = One("street"),
                AddressLine = One("address_line"),
                Place = One("place"),
                Postcode = One("postcode"),
                Area = One("area"),
                Gender = One("gender"),
            };
        }
        catch (YamlDotNet.Core.YamlException error)
        {
            throw new SafeSpaceException($"Line {error.Start.Line} of the mapping cannot be read. Write lines like “surname: Family name”.", error);
        }
    }

    private static FileInfo Existing(FileInfo file) => file.Exists ? file : throw new SafeSpaceException($"There is no file {file.FullName}.");
}
