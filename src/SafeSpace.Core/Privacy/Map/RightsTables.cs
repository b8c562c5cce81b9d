using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Privacy.Retention;
using SafeSpace.Core.Register.Consents;
using static SafeSpace.Core.Privacy.Map.Mapping;

namespace SafeSpace.Core.Privacy.Map;

/// <summary>What the rights of people are written down in.</summary>
internal static class RightsTables
{
    public static readonly MappedTable[] All =
    [
        Nobody<Erasure>("somebody was erased", "Tells that it was done, and names nobody.", Colleague("ByName"), Kept(Grade.Words, "Why How", "names nobody: who wrote it was asked not to")),
        ByItself<ErasedRecord>("a record that was erased", "An id that stands for nobody any more."),
        People<LegalHold>("a record that must be kept", Colleague("SetByName EndedByName"), Words("Why")),
        Nobody<RetentionRule>("how long we keep", "About the group.", Colleague("AgreedBy")),
        People<KeptLonger>("a record kept longer", Colleague("ByName"), Words("Why")),
        People<AccessRequest>("somebody asked what we hold", Colleague("AddedByName ReviewedByName"), Words("FromWhom Checked ExtendedWhy SentHow"), Machine("ReviewedDigest")),
        People<Blackout>("something not shown to who asked", Words("Phrase"), Machine("Passage")),
        Nobody<PrivacySettings>("what the group decided", "About the group.", Group("Authority")),
        Nobody<Breach>("something got out, or got lost", "About what happened; who wrote it was asked to name nobody.", Colleague("AddedByName"), Group("AuthorityReference"), Kept(Grade.Words, "What Whom Learned NotToldWhy", "names nobody: who wrote it was asked not to")),
        Nobody<BreachTold>("who was told of it", "Names nobody we support.", Colleague("ByName"), Kept(Grade.Words, "Whom", "names nobody: who wrote it was asked not to")),
        People<Consent>("what somebody agreed or objected to", Colleague("NotedByName EndedByName"), Words("How")),
    ];
}
