using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Privacy;

/// <summary>Erasing somebody goes by the map and by nothing else: what is not in it would be left behind.</summary>
public sealed class DataMapTests
{
    private static readonly string File = Path.Combine(Root(), "docs/data-dictionary.md");

    [Fact]
    public void Every_table_and_every_column_that_can_hold_a_word_is_in_the_map()
    {
        using var db = DesignTime.Sqlite<GroupDb>(o => new GroupDb(o));
        Assert.Empty(DataMap.Gaps(db.Model));
        Assert.True(DataMap.Tables.Count > 100);
    }

    [Fact]
    public void A_new_table_a_new_column_and_one_that_hangs_on_people_are_found()
    {
        var options = new DbContextOptionsBuilder<Planted>().UseSqlite("Data Source=:memory:");
        using var planted = new Planted(options.Options);
        var gaps = DataMap.Gaps(planted.Model);
        Assert.Contains("Whispered is not in the map.", gaps);
        Assert.Contains("PersonPhone.Nickname is not in the map.", gaps);
        Assert.Contains("SupportLevel names a person, and the map says otherwise.", gaps);
        Assert.Contains("Site hangs on Story, which is about people, and the map says it is about nobody.", gaps);
    }

    /// <summary>What erasing leaves, it leaves for a reason that is written down; names and words about people never without one.</summary>
    [Fact]
    public void Whatever_is_kept_says_why()
    {
        foreach (var table in DataMap.Tables)
            Assert.All(table.Columns.Where(c => c.Kept is not null), c => Assert.True(c.Kept!.Length > 5, $"{table.Type.Name}.{c.Property}"));
        var ofPeople = DataMap.Tables.Where(t => t.Belongs is Belongs.ToPeople or Belongs.Through or Belongs.Behind);
        Assert.DoesNotContain(ofPeople.SelectMany(t => t.Columns), c => c is { Kept: not null, Grade: Grade.Name or Grade.Reach or Grade.Identifier or Grade.Words });
    }

    [Fact]
    public async Task The_data_dictionary_says_what_the_model_is()
    {
        using var db = DesignTime.Sqlite<GroupDb>(o => new GroupDb(o));
        var text = DataDictionary.Write(db.Model);
        if (Environment.GetEnvironmentVariable("SAFESPACE_WRITE_DOCS") == "1")
            await System.IO.File.WriteAllTextAsync(File, text, TestContext.Current.CancellationToken);
        Assert.True(System.IO.File.Exists(File) && await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken) == text, "docs/data-dictionary.md is not what the model is. Look at the difference; SAFESPACE_WRITE_DOCS=1 writes it anew.");
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    private sealed class Planted(DbContextOptions<Planted> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Whispered>();
            modelBuilder.Entity<Core.Register.PersonPhone>(b => { b.Property<string>("Nickname"); b.Ignore(p => p.PersonId); });
            modelBuilder.Entity<Core.Community.SupportLevel>(b =>
            {
                b.Ignore(l => l.Month);
                b.Property<PersonId>("PersonId").HasConversion(id => id.Value, value => new PersonId(value));
            });
            modelBuilder.Entity<Core.Desk.Site>(b => b.Property<Guid>("StoryId"));
        }
    }

    private sealed class Whispered
    {
        public Guid Id { get; set; }

        public string? What { get; set; }
    }
}
