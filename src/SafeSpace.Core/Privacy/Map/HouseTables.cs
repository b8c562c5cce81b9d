using Microsoft.AspNetCore.Identity;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Governance.Objectives;
using SafeSpace.Core.Import;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.SocialValue;
using static SafeSpace.Core.Privacy.Map.Mapping;

namespace SafeSpace.Core.Privacy.Map;

/// <summary>Accounts, the chain, peers, voices, reports, imports, and the rights themselves.</summary>
internal static class HouseTables
{
    public static readonly MappedTable[] All =
    [
        Nobody<User>("an account", "An account made for somebody's own page is emptied when they are erased.",
            Kept(Grade.Colleague, "DisplayName", "emptied with an own page's account"), Kept(Grade.Reach, "Email NormalizedEmail UserName NormalizedUserName PhoneNumber", "emptied with an own page's account"),
            Secret("PasswordHash PinHash SecurityStamp ConcurrencyStamp")),
        OfAccount<IdentityUserClaim<Guid>>("a claim of an account", Machine("ClaimType ClaimValue")),
        OfAccount<IdentityUserLogin<Guid>>("a way to sign in", Machine("LoginProvider ProviderDisplayName"), Secret("ProviderKey")),
        OfAccount<IdentityUserPasskey<Guid>>("a passkey", Secret("CredentialId")),
        OfAccount<IdentityUserToken<Guid>>("a token of the identity library", Machine("LoginProvider Name"), Secret("Value")),
        OfAccount<RecoveryCode>("a recovery code", Secret("CodeHash")),
        OfAccount<RememberedDevice>("a remembered phone", Group("Label"), Secret("SecretHash")),
        OfAccount<SecondFactor>("the second step of signing in", Secret("Key")),
        OfAccount<Session>("where somebody is signed in", Group("Device")),
        OfAccount<SetupLink>("a link that works once", Secret("SecretHash")),
        OfAccount<AccountEvent>("what happened with an account", Colleague("ByName"), Group("What")),
        OfAccount<Draft>("what somebody was typing", Identifier("Key"), Words("Words")),
        Nobody<UserRole>("what an account may do", "Colleagues."),
        Nobody<ApiToken>("a token for a program", "Programs.", Group("Name"), Secret("SecretHash")),
        Nobody<AnsweredPost>("an answer that was given", "Kept seven days; emptied when it names who is erased.", Secret("KeyHash BodyHash"), Kept(Grade.Words, "Answer", "emptied when it names them")),
        Nobody<GroupProfile>("what the group says of itself", "About the group.", Group("Currency Language Name NeutralAddress Phone ReferencePrefix Region TimeZone")),
        Nobody<ListEntry>("an entry of our lists", "About the group.", Group("Code Label List")),
        Nobody<ChainHead>("the end of the chain", "Hashes.", Machine("Hash Mac KeyMark")),
        Nobody<Operation>("one change", "Hashes; the name of an erased person's own account is taken out.", Choice("Kind"), Colleague("ByName"), Machine("Rows PreviousHash Hash")),
        ByItself<OperationPart>("what a change was about", "Sealed with the person's own key, and unreadable without it; what stands in others' parts is taken out.", Kept(Grade.Words, "Changes", "unreadable without their key")),
        Nobody<EmptiedOperation>("an operation whose words were taken out", "Hashes.", Machine("Hash")),
        Nobody<SealingKey>("the key of one person or account", "Destroyed when they are erased.", Kept(Grade.Secret, "Wrapped", "the row is destroyed")),
        Nobody<DestroyedKey>("a key that was destroyed", "An id that stands for nobody."),
        Nobody<CalendarLink>("a peer's calendar", "Colleagues.", Secret("SecretHash")),
        Nobody<CoverSettings>("how many a shift takes", "About the group.", Group("EmptyMessage EmptyNumber")),
        Nobody<Debrief>("a talk after a hard call", "Colleagues."),
        Nobody<FallbackPeer>("who is rung when nobody is on", "Colleagues."),
        Nobody<Keyholder>("whom a peer chose", "Colleagues."),
        Nobody<PeerProfile>("what a peer says of themselves", "Colleagues.", Colleague("Gender Languages Neighbourhood ReachOn RemindOn")),
        Nobody<Reminder>("a message that something waits", "Never of whom.", Machine("Fault")),
        Nobody<Shift>("a shift", "The rota."),
        Nobody<ShiftPlace>("a place on a shift", "Colleagues.", Colleague("ReachOn")),
        People<Story>("somebody's story", Words("Words"), Name("Name"), Identifier("SecretHash")),
        Through<StoryConsent, Story>("StoryId", "a yes for one purpose"),
        Through<StoryUse, Story>("StoryId", "where a story went", Words("Where")),
        Nobody<FeedbackLink>("a link to tell us", "Nobody's name.", Secret("SecretHash")),
        Nobody<PersonFeedback>("what somebody told us", "No name, no account.", Kept(Grade.Words, "Words", "nobody's name stands on it"), Choice("WouldHaveTurned")),
        Nobody<SurveyRound>("one asking of referrers", "About the group.", Group("Name"), Secret("SecretHash")),
        Nobody<SurveyAnswer>("an answer of a referrer", "No name.", Kept(Grade.Words, "AnythingElse Without", "nobody's name stands on it")),
        Nobody<WordToUs>("a compliment or complaint", "Not tied to a record: look there too.", Kept(Grade.Words, "From WhatWasDone Words", "not tied to a record; somebody looks")),
        Nobody<ObjectiveEvidence>("what shows that an objective was met", "Names nobody.", Choice("Objective"), Kept(Grade.Words, "Words", "names nobody")),
        Nobody<ImportRun>("an import", "Results quote rows: those that name who is erased are taken out.", Group("Files Mapping"), Colleague("ByName"), Kept(Grade.Words, "Result", "lines that name them are taken out")),
        Nobody<BroughtInRow>("a row that was brought in", "Hashes: so that the same sheet does not bring somebody back.", Machine("KeyHash RowHash")),
        Nobody<SavedMapping>("how a sheet is read", "About sheets.", Group("Name Yaml")),
        Nobody<FileReview>("files drawn at random", "About the group.", Group("Name")),
        Nobody<PrintedFigure>("a figure of a printed report", "Figures.", Group("Column Raw ReadAs Row Source")),
        People<ReviewedFile>("a file that was read", Words("Words")),
        Through<ReviewAnswer, ReviewedFile>("FileId", "an answer about a file", Choice("Answer Question")),
        Nobody<ContactMonth>("kept figure", "Figures."),
        People<PersonMonth>("kept figure of a person's month"),
        Through<ReferralReach, Referral>("ReferralId", "kept figure: when they were first tried and spoken with"),
        Nobody<ReferralDay>("kept figure", "Figures.", Choice("Team")),
        Nobody<SpellDay>("kept figure", "Figures."),
        Nobody<FactorDay>("kept figure", "Figures.", Choice("Factor")),
        Nobody<ReferredMonth>("kept figure", "Figures.", Kept(Grade.Words, "Gender", "how many said so; nobody's name stands on it")),
        Nobody<WaitMonth>("kept figure", "Figures.", Machine("Hours Waits")),
        Nobody<BookCount>("kept figure", "Figures.", Choice("Level")),
        Nobody<Pack>("what was published", "Figures.", Machine("Exact Shown"), Group("Why")),
    ];
}
