using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Feedback;

/// <summary>A referrer's answers, as typed.</summary>
public sealed record SurveyWords(HowGood? Ease, HowGood? Courtesy, HowGood? Knowledge, HowGood? Partnership, string? Without, string? AnythingElse)
{
    public bool SaysNothing => Ease is null && Courtesy is null && Knowledge is null && Partnership is null && string.IsNullOrWhiteSpace(Without) && string.IsNullOrWhiteSpace(AnythingElse);
}

/// <summary>What somebody told us, as typed.</summary>
public sealed record FeedbackWords(FeltSupported? Felt, string? WouldHaveTurned, string? Words)
{
    public bool SaysNothing => Felt is null && string.IsNullOrEmpty(WouldHaveTurned) && string.IsNullOrWhiteSpace(Words);
}

/// <summary>A compliment or complaint, as typed.</summary>
public sealed record WordDetails(WordKind Kind, DateOnly ReceivedOn, string? From, string? Words, string? WhatWasDone, DateOnly? SettledOn);

/// <summary>The referrers' survey, people's feedback, compliments and complaints.</summary>
public sealed class VoiceService(GroupStore store)
{
    /// <summary>Whoever has the link: nothing more is known of them.</summary>
    private static readonly Actor Somebody = new(null, "a link");

    /// <returns>The secret of the link, shown once; null when the form was sent before.</returns>
    public async Task<string?> OpenRoundAsync(Guid id, string name, DateOnly opens, DateOnly closes, Actor by)
    {
        var secret = Secrets.New();
        var hash = Secrets.HashOf(secret);
        return await store.Write("SurveyRoundOpened", by, async unit =>
        {
            if (await unit.Db.SurveyRounds.FindAsync(id) is not null)
                return false;
            unit.Db.SurveyRounds.Add(new SurveyRound { Id = id, Name = name.Trim(), OpensOn = opens, ClosesOn = closes, SecretHash = hash });
            return true;
        }) ? secret : null;
    }

    /// <summary>The link of a round was lost: a new one; the old one stops.</summary>
    public async Task<string?> NewRoundLinkAsync(Guid id, Actor by)
    {
        var secret = Secrets.New();
        var hash = Secrets.HashOf(secret);
        return await store.Write("SurveyLinkMade", by, async unit =>
        {
            if (await unit.Db.SurveyRounds.FindAsync(id) is not { } round)
                return false;
            round.SecretHash = hash;
            return true;
        }) ? secret : null;
    }

    public static Task<SurveyRound?> FindRoundAsync(GroupDb db, string? secret)
    {
        var hash = Secrets.HashOf(secret ?? "");
        return db.SurveyRounds.AsNoTracking().SingleOrDefaultAsync(r => r.SecretHash == hash);
    }

    /// <returns>False when the round is over or never was.</returns>
    public Task<bool> AnswerAsync(string secret, Guid id, SurveyWords words)
    {
        var hash = Secrets.HashOf(secret);
        return store.Write("SurveyAnswered", Somebody, async unit =>
        {
            var today = unit.Clock.DayOf(unit.Now);
            if (await unit.Db.SurveyRounds.SingleOrDefaultAsync(r => r.SecretHash == hash && r.OpensOn <= today && r.ClosesOn >= today) is not { } round)
                return false;
            if (await unit.Db.SurveyAnswers.FindAsync(id) is not null)
                return true;
            unit.Db.SurveyAnswers.Add(new SurveyAnswer
            {
                Id = id,
                RoundId = round.Id,
                EaseOfReferring = words.Ease,
                CourtesyOnCalls = words.Courtesy,
                KnowledgeAndAbility = words.Knowledge,
                Partnership = words.Partnership,
                Without = unit.Seal(null, "survey_answer.without", id, words.Without?.Trim()),
                AnythingElse = unit.Seal(null, "survey_answer.anything_else", id, words.AnythingElse?.Trim()),
            });
            return true;
        });
    }

    /// <returns>The secret of the link, shown once.</returns>
    public async Task<string> MakeFeedbackLinkAsync(FeedbackWay way, Actor by)
    {
        var secret = Secrets.New();
        var (hash, id) = (Secrets.HashOf(secret), Ids.New());
        await store.Write("FeedbackLinkMade", by, unit =>
        {
            unit.Db.FeedbackLinks.Add(new FeedbackLink { Id = id, Way = way, SecretHash = hash, MadeOn = unit.Clock.DayOf(unit.Now) });
            return Task.CompletedTask;
        });
        return secret;
    }

    public Task<bool> EndFeedbackLinkAsync(Guid id, Actor by) => store.Write("FeedbackLinkEnded", by, async unit =>
    {
        if (await unit.Db.FeedbackLinks.FindAsync(id) is not { } link)
            return false;
        link.EndedAt ??= unit.Now;
        return true;
    });

    public static Task<FeedbackLink?> FindFeedbackLinkAsync(GroupDb db, string? secret)
    {
        var hash = Secrets.HashOf(secret ?? "");
        return db.FeedbackLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash && l.EndedAt == null);
    }

    /// <returns>False when the link was ended or never was.</returns>
    public Task<bool> GiveAsync(string secret, Guid id, FeedbackWords words)
    {
        var hash = Secrets.HashOf(secret);
        return store.Write("FeedbackGiven", Somebody, async unit =>
            await unit.Db.FeedbackLinks.SingleOrDefaultAsync(l => l.SecretHash == hash && l.EndedAt == null) is { } link && await KeepAsync(unit, id, link.Way, words));
    }

    /// <summary>The questions were read out, and somebody of us wrote down what was said.</summary>
    public Task GiveReadOutAsync(Guid id, FeedbackWords words, Actor by) => store.Write("FeedbackGiven", by, unit => KeepAsync(unit, id, FeedbackWay.ReadOut, words));

    private static async Task<bool> KeepAsync(Unit unit, Guid id, FeedbackWay way, FeedbackWords words)
    {
        if (await unit.Db.PersonFeedback.FindAsync(id) is null)
            unit.Db.PersonFeedback.Add(new PersonFeedback
            {
                Id = id,
                Way = way,
                Day = unit.Clock.DayOf(unit.Now),
                FeltSupported = words.Felt,
                WouldHaveTurned = string.IsNullOrEmpty(words.WouldHaveTurned) ? null : words.WouldHaveTurned,
                Words = unit.Seal(null, "person_feedback.words", id, words.Words?.Trim()),
            });
        return true;
    }

    public Task AddWordAsync(Guid id, WordDetails details, Actor by) => store.Write(details.Kind == WordKind.Complaint ? "ComplaintReceived" : "ComplimentReceived", by, async unit =>
    {
        if (await unit.Db.WordsToUs.FindAsync(id) is not null)
            return;
        var word = new WordToUs { Id = id };
        Set(unit, word, details);
        unit.Db.WordsToUs.Add(word);
    });

    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<bool> ChangeWordAsync(Guid id, Guid seen, WordDetails details, Actor by) => store.Write("WordToUsChanged", by, async unit =>
    {
        if (await unit.Db.WordsToUs.FindAsync(id) is not { } word)
            return false;
        Unit.Expect(word, seen);
        Set(unit, word, details);
        return true;
    });

    private static void Set(Unit unit, WordToUs word, WordDetails details)
    {
        (word.Kind, word.ReceivedOn, word.SettledOn) = (details.Kind, details.ReceivedOn, details.SettledOn);
        word.From = unit.Seal(null, "word_to_us.from", word.Id, details.From?.Trim());
        word.Words = unit.Seal(null, "word_to_us.words", word.Id, details.Words?.Trim());
        word.WhatWasDone = unit.Seal(null, "word_to_us.what_was_done", word.Id, details.WhatWasDone?.Trim());
    }
}
