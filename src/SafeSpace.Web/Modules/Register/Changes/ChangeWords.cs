using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.Changes;

/// <summary>Kinds of change as people say them; a kind without words of its own is shown by its name.</summary>
public static class ChangeWords
{
    public static string Of(Texts t, string kind) => kind switch
    {
        "PersonAdded" => t["added to the register"],
        "PersonChanged" => t["details changed"],
        "PersonMerged" => t["joined with another record"],
        "MergeUndone" => t["parted from another record"],
        "PairKeptApart" => t["said to be two people"],
        "FactorsNoted" => t["what is going on noted"],
        "FamilyAdded" => t["family added"],
        "FamilyChanged" => t["family changed"],
        "FamilyEnded" => t["family: not any more"],
        "CaseSteppedDown" => t["stepped down"],
        "CaseSteppedUp" => t["open again"],
        "CaseClosed" => t["case closed"],
        "CaseReopened" => t["case opened again"],
        "CaseCloseUndone" => t["closing taken back"],
        "ContactLogged" => t["contact logged"],
        "ContactCorrected" => t["contact corrected"],
        "PersonReferred" => t["referred"],
        _ => t[string.Concat(kind.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()))],
    };

    /// <summary>Where the change stands, as people call it.</summary>
    public static string OfTable(Texts t, string table) => table switch
    {
        "person_case" => t["case"],
        "spell" => t["stretch of the case"],
        "person_factor" => t["what is going on"],
        "family_member" => t["family"],
        "peer_tie" => t["who rings them"],
        "referral_owed" => t["still owed"],
        _ => t[table.Replace('_', ' ')],
    };
}
