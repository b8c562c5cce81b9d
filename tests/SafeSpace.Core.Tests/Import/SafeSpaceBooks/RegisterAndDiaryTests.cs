using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Register.Counting;

namespace SafeSpace.Core.Tests.Import.SafeSpaceBooks;

public sealed class RegisterAndDiaryTests(ReadBooks books) : IClassFixture<ReadBooks>
{
    [Fact]
    public void EveryRefusedRow_IsRefusedForItsReason_AndNoOther() =>
        Assert.Equal(Expected.Rejects().OrderBy(r => r), books.Tally.Refused.Select(r => (r.Place.Sheet, r.Place.Row, r.Why)).OrderBy(r => r));

    [Fact]
    public void EveryRefusal_SaysWhatToDo() =>
        Assert.All(books.Tally.Refused, refused => Assert.EndsWith(".", refused.Detail));

    [Fact]
    public void RowsEnteredTwice_AreTheSecondCopies()
    {
        Assert.Equal(Expected.EnteredTwice(), books.Tally.EnteredTwice.Select(t => t.Place.Row));
        Assert.All(books.Tally.EnteredTwice, twice => Assert.Equal(twice.Place.Row - 1, twice.SameAsRow));
    }

    [Fact]
    public void EveryRowIsAccountedFor_AndTheSumsAgree()
    {
        var tally = books.Tally;
        Assert.Equal(tally.Read, tally.Imported + tally.Refused.Count + tally.EnteredTwice.Count + tally.Ignored);
        Assert.Equal(134 + 1288 + 2 + 11433, tally.Read);
        Assert.Equal(books.Outcomes.Count, books.Outcomes.Select(o => o.Place).Distinct().Count());
        Assert.Equal(Expected.Int("referrals"), tally.Referrals);
        Assert.Equal(Expected.Int("contacts"), tally.Contacts);
    }

    [Fact]
    public void IgnoredRows_AreTitlesHeadersBlanksTotalsAndTheSheetOfTelephones()
    {
        var why = books.Outcomes.OfType<RowIgnored>().GroupBy(i => i.Why).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(new Dictionary<string, int>
        {
            ["a title"] = 2,
            ["the header"] = 3,
            ["a total"] = 17,
            ["blank"] = 10 - 2 + 2,
            ["not a sheet we import"] = 2,
        }.OrderBy(w => w.Key), why.OrderBy(w => w.Key));
    }

    [Fact]
    public void PeopleBeforeDuplicatesAreDecided()
    {
        Assert.Equal(Expected.Int("people_before_duplicates_are_merged"), books.Before.Count);
        Assert.Equal(Expected.Int("people_before_duplicates_are_merged"), books.Tally.PeopleNew);
        Assert.All(Expected.Pairs(), pair => Assert.Contains(books.Referrals, r => r.Person.Reference == pair.New));
    }

    [Fact]
    public void RowsWithNoReference_AllFoundTheirPerson()
    {
        var without = books.Referrals.Where(r => r.Row.Reference is null).ToList();
        Assert.Equal(Expected.Int("rows_with_no_reference_that_must_match_a_person"), without.Count);
        Assert.All(without, r => Assert.NotNull(r.Person.Reference));
    }

    [Fact]
    public void People_WomenAndMen_AfterTheTrueDuplicatesAreMerged()
    {
        Assert.Equal(Expected.Int("people"), books.After.Count);
        var genders = books.Referrals.GroupBy(r => books.Merged(r.Person)).Select(g => g.OrderBy(r => r.Order).First().Row.Gender).ToList();
        Assert.Equal(Expected.Int("women"), genders.Count(g => g == "Woman"));
        Assert.Equal(Expected.Int("men"), genders.Count(g => g == "Man"));
    }

    [Fact]
    public void RepeatAndDouble_AreWorkedOutAnewAfterMerging()
    {
        var kinds = books.After.SelectMany(p => p.Referrals).GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Expected.Int("repeat_referrals", "repeat"), kinds[ReferralKind.Repeat]);
        Assert.Equal(Expected.Int("repeat_referrals", "double"), kinds[ReferralKind.Double]);
        Assert.Equal(Expected.Int("people"), kinds[ReferralKind.First]);
    }

    [Fact]
    public void ReferralsAndNewPeople_ByMonth()
    {
        Assert.Equal(Expected.Counts("referrals_by_month"), ByMonth(books.Referrals.Select(r => r.Row.ReferredOn)));
        Assert.Equal(Expected.Counts("new_people_by_month"), ByMonth(books.After.Select(p => p.Spells[0].OpenedOn)));
        Assert.Equal(Expected.Day("first_referral"), books.Referrals.Min(r => r.Row.ReferredOn));
        Assert.Equal(Expected.Day("last_day"), books.Referrals.Select(r => r.Row.ReferredOn).Concat(books.Contacts.Select(c => c.Row.On)).Max());
    }

    [Theory]
    [InlineData("cut", "active_at_cut")]
    [InlineData("last_day", "active_at_end")]
    public void PeopleWithASpellOpen(string day, string figure) =>
        Assert.Equal(Expected.Int(figure), books.After.Count(p => p.IsOpenOn(Expected.Day(day))));

    [Fact]
    public void PeopleAtTheCut() =>
        Assert.Equal(Expected.Int("people_at_cut"), books.After.Count(p => p.Spells[0].OpenedOn <= Expected.Day("cut")));

    [Theory]
    [InlineData("cut", "factors_at_cut")]
    [InlineData("last_day", "factors_at_end")]
    public void Factors_OfEachPersonsFirstReferral(string day, string figure)
    {
        var counts = Expected.Counts(figure);
        foreach (var name in counts.Keys.ToList()) counts[name] = 0;
        foreach (var name in FirstFactors(Expected.Day(day)).SelectMany(f => f)) counts[name]++;
        Assert.Equal(Expected.Counts(figure), counts);
    }

    [Fact]
    public void AnxietyAndDepression_AloneAndPlus()
    {
        const string Anxiety = "Anxiety/depression";
        var with = FirstFactors(Expected.Day("cut")).Where(f => f.Contains(Anxiety)).ToList();
        Assert.Equal(Expected.Int("anxiety_depression_alone_at_cut"), with.Count(f => f.Count == 1));
        Assert.Equal(Expected.Int("anxiety_depression_plus_at_cut"), with.Count(f => f.Count > 1));
    }

    [Fact]
    public void EveryWordIsUnderstood()
    {
        Assert.Empty(books.Referrals.SelectMany(r => r.Row.UnknownFactors));
        Assert.Equal(["Crisis team", "Home treatment", "Hospital liaison", "Recovery lounge"], Distinct(r => r.Team));
        Assert.Equal(["High", "Low", "Moderate"], Distinct(r => r.Urgency));
        Assert.Equal(["Closed", "Open"], Distinct(r => r.State));
        Assert.All(books.Referrals, r => Assert.Equal(r.Row.State == "Open", r.Row.ClosedOn is null));
        Assert.All(books.Referrals, r => Assert.NotNull(r.Row.ReferredAt));
        Assert.All(books.Contacts, c => Assert.NotNull(c.Row.At));
        Assert.All(books.Referrals, r => Assert.Matches(@"^0\d{10}$", Assert.Single(r.Row.Phones)));
        Assert.All(books.Referrals, r => Assert.Matches(@"^DN\d{1,2} \d[A-Z]{2}$", r.Row.Postcode!));
    }

    [Fact]
    public void OnePersonsRows_NeverDisagreeOnTheDateOfBirthOrThePhone() =>
        Assert.All(books.Referrals.GroupBy(r => r.Person), rows =>
        {
            Assert.True(rows.Select(r => r.Row.BornOn).OfType<DateOnly>().Distinct().Count() <= 1);
            Assert.Single(rows.SelectMany(r => r.Row.Phones).Distinct());
        });

    [Fact]
    public void Calls_Minutes_Visits_TextsAndTries()
    {
        var calls = books.Contacts.Where(c => c.Row.Kind.IsCall()).ToList();
        Assert.Equal(Expected.Int("calls"), calls.Count);
        Assert.Equal(Expected.Counts("calls_by_month"), ByMonth(calls.Select(c => c.Row.On)));
        Assert.Equal(Expected.Int("call_minutes"), calls.Sum(c => c.Row.Minutes ?? 0));
        Assert.Equal(Expected.Int("most_calls_one_person"), calls.GroupBy(c => books.Merged(c.Person)).Max(g => g.Count()));
        Assert.Equal(Expected.Counts("visits_by_month"),
            ByMonth(books.Contacts.Where(c => c.Row.Kind.IsVisit()).Select(c => c.Row.On)));
        Assert.Equal(Expected.Int("no_answer"), books.Contacts.Count(c => c.Row.Kind == ContactKind.NoAnswer));
        Assert.Equal(Expected.Int("texts"), books.Contacts.Count(c => c.Row.Kind == ContactKind.Text));
    }

    [Fact]
    public void ContactsUnderADuplicateReference()
    {
        var duplicates = Expected.Pairs().Select(pair => pair.New).ToHashSet();
        Assert.Equal(Expected.Int("diary_rows_under_a_duplicate_reference"), books.Contacts.Count(c => duplicates.Contains(c.Person.Reference!)));
    }

    [Fact]
    public void Notes_KeepTheirLineBreaksQuotesEmojiAndFormulas()
    {
        Assert.Contains(books.Contacts, c => c.Row.Notes == "said, \"thanks\"\nwill ring back");
        Assert.Contains(books.Referrals, r => r.Row.Notes == "😟");
        Assert.Contains(books.Referrals, r => r.Row.Notes == "=HYPERLINK(\"http://x\",\"see\")");
    }

    private List<IReadOnlyList<string>> FirstFactors(DateOnly until)
    {
        var rows = books.RowByFact;
        return [.. books.After.Where(p => p.Spells[0].OpenedOn <= until).Select(p => rows[p.Referrals[0].Id].Factors)];
    }

    private IEnumerable<string?> Distinct(Func<RegisterRow, string?> of) => books.Referrals.Select(r => of(r.Row)).Distinct().Order();

    private static SortedDictionary<string, int> ByMonth(IEnumerable<DateOnly> days) =>
        new(days.GroupBy(day => day.ToString("yyyy-MM")).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal);
}
