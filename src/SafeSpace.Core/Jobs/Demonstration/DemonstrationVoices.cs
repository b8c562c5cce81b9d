using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Governance.Objectives;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>What the funders read and what people say: a round of the survey that is over, feedback, a complaint that was settled, two stories, files read, one published pack.</summary>
internal sealed class DemonstrationVoices(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    private static readonly string[] WithoutUs =
    [
        "More people would have waited in A&E, and gone home again without having talked to anybody.",
        "We would have had nowhere to send somebody who is not ill enough for a ward and too low to be alone.",
        "I would worry more at the end of a shift.",
    ];

    private static readonly string?[] Told = ["Somebody rang when they said they would.", null, "She had been there herself. I did not have to explain.", null, "A cup of tea and no forms.", null, null, "It was hard to get through on Sunday."];

    private readonly Actor by = new(accounts[Role.Coordinator].UserId, accounts[Role.Coordinator].DisplayName);

    public async Task BeginAsync()
    {
        var month = Month.Of(store.Clock.Today).Previous;
        await store.Write("VoicesInvented", by, unit => HeardAsync(unit, month));
        await StoriesAsync();
        await ReviewAsync();
        await new ObjectiveService(store).WriteAsync("respond", month, "Most people were spoken with on the day they were referred or the next. On two Sundays one peer was on alone.", null, by);
        await new ObjectiveService(store).WriteAsync("practical", month, "Food packs and energy cards went out on the day they were asked for.", null, by);
        await new PackService(store).PublishAsync(Ids.New(), month, month, by);
    }

    private static Task HeardAsync(Unit unit, Month month)
    {
        var round = new SurveyRound { Id = Ids.New(), Name = "Last month", OpensOn = month.FirstDay, ClosesOn = month.FirstDay.AddDays(20), SecretHash = Secrets.HashOf(Secrets.New()) };
        unit.Db.SurveyRounds.Add(round);
        HowGood[] said = [HowGood.VeryGood, HowGood.VeryGood, HowGood.Good, HowGood.VeryGood, HowGood.Good, HowGood.Good, HowGood.VeryGood, HowGood.NotSoGood, HowGood.Good, HowGood.VeryGood, HowGood.VeryGood, HowGood.Good];
        for (var i = 0; i < said.Length; i++)
        {
            var id = Ids.New();
            unit.Db.SurveyAnswers.Add(new SurveyAnswer
            {
                Id = id,
                RoundId = round.Id,
                EaseOfReferring = said[i],
                CourtesyOnCalls = i % 5 == 0 ? HowGood.Good : HowGood.VeryGood,
                KnowledgeAndAbility = i == 3 ? null : said[(i + 4) % said.Length],
                Partnership = said[(i + 7) % said.Length],
                Without = i < WithoutUs.Length ? unit.Seal(null, "survey_answer.without", id, WithoutUs[i]) : null,
                AnythingElse = i == 5 ? unit.Seal(null, "survey_answer.anything_else", id, "Could the form be shorter on the ward computers?") : null,
            });
        }

        string[] turned = ["ae", "nobody", "crisis_team", "ae", "family_friends", "ambulance_police"];
        for (var i = 0; i < 26; i++)
        {
            var id = Ids.New();
            unit.Db.PersonFeedback.Add(new PersonFeedback
            {
                Id = id,
                Way = i % 4 == 0 ? FeedbackWay.ReadOut : i % 3 == 0 ? FeedbackWay.Kiosk : FeedbackWay.Link,
                Day = month.FirstDay.AddDays(i),
                FeltSupported = i % 9 == 8 ? FeltSupported.NotMuch : i % 3 == 1 ? FeltSupported.Mostly : FeltSupported.Yes,
                WouldHaveTurned = i % 4 == 3 ? null : turned[i % turned.Length],
                Words = unit.Seal(null, "person_feedback.words", id, Told[i % Told.Length]),
            });
        }

        AddWord(unit, WordKind.Complaint, month.FirstDay.AddDays(5), "Nobody rang back on Saturday, though it was promised.", "We rang on Monday and said sorry. Saturdays have a second peer now.", month.FirstDay.AddDays(7));
        AddWord(unit, WordKind.Compliment, month.FirstDay.AddDays(9), "Thank you for sitting with my son.", null, null);
        return Task.CompletedTask;
    }

    private static void AddWord(Unit unit, WordKind kind, DateOnly day, string words, string? done, DateOnly? settled)
    {
        var id = Ids.New();
        unit.Db.WordsToUs.Add(new WordToUs
        {
            Id = id,
            Kind = kind,
            ReceivedOn = day,
            SettledOn = settled,
            Words = unit.Seal(null, "word_to_us.words", id, words),
            WhatWasDone = unit.Seal(null, "word_to_us.what_was_done", id, done),
        });
    }

    private async Task StoriesAsync()
    {
        var stories = new StoryService(store);
        await stories.TellAsync(Ids.New(), new(null,
            "The nurse asked if I would like to talk to somebody who had been through it. I said no. She rang them anyway, while I sat there. The man on the phone did not ask me what was wrong. He asked if I had eaten. I come on Thursdays now, and last week I made the soup.",
            NameShown.ChangedName, "Del", [StoryPurpose.OurGroup, StoryPurpose.Funders, StoryPurpose.Training], Until: null), by);
        await stories.TellAsync(Ids.New(), new(null,
            "I did not want to be a case. Here I was somebody who is good with bikes. It took a winter.",
            NameShown.FirstName, "Marie", [StoryPurpose.OurGroup], store.Clock.Today.AddYears(1)), by);
    }

    private async Task ReviewAsync()
    {
        var reviews = new FileReviewService(store);
        var id = Ids.New();
        await reviews.DrawAsync(id, "This season", active: 8, closed: 8, seed: 20260301, by);
        await using var db = await store.ReadAsync();
        var questions = await db.ListEntries.Where(e => e.List == GroupList.FileQuestion).OrderBy(e => e.Position).Select(e => e.Code).ToListAsync();
        foreach (var file in await db.ReviewedFiles.AsNoTracking().Where(f => f.ReviewId == id).OrderBy(f => f.Number).Take(12).ToListAsync())
            await reviews.ReadAsync(file.Id, file.Version, questions.Select((q, i) => (q, Answer: (file.Number + i) % 7 == 0 ? FileAnswer.NotClear : (file.Number * (i + 2)) % 5 == 0 ? FileAnswer.No : FileAnswer.Yes)).ToDictionary(a => a.q, a => a.Answer), null, by);
        await reviews.KeepPrintedAsync("Annual review, some years ago", [["The file shows", "Percent", "Files"], ["Spoken with soon", "85%", "17 of 20"], ["In their own words", "63%", "n/k"]], 20, by);
    }
}
