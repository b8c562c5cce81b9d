using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.FollowUp;

/// <summary>Row scope of people: every page and endpoint about a person starts from here, and what is outside answers 404.</summary>
public static class PeopleScope
{
    extension(GroupDb db)
    {
        /// <summary>
        /// With the register: everybody. A peer: people with an open or stepped-down case, those whom anybody may ring as promised, and their own (claimed,
        /// promised, something to do for them, on their step-down list, or last spoken with by them). Anybody else: nobody. Merged records are left out.
        /// </summary>
        public IQueryable<Person> PeopleSeenBy(Viewer viewer)
        {
            if (viewer.May(Permission.SeeRegister))
                return db.People;
            if (!viewer.May(Permission.SeePeople) || !viewer.May(Permission.LogContacts))
                return db.People.Where(_ => false);
            var open = db.Cases.Where(c => c.State != CaseState.Closed);
            if (viewer.Id is not { } me)
                return db.People.Where(p => open.Any(c => c.PersonId == p.Id));
            var ties = db.PeerTies.Where(t => t.PeerId == me && t.Until == null);
            var promises = db.Promises.Where(r => (r.PeerId == me || r.PeerId == null) && r.State == PromiseState.Open);
            var spoken = db.Contacts.Where(c => c.CorrectedById == null && c.PeerId != null);
            var tasks = db.SupportTasks.Where(t => t.PeerId == me && t.State == TaskState.Open);
            return db.People.Where(p =>
                tasks.Any(t => t.PersonId == p.Id) || open.Any(c => c.PersonId == p.Id) || ties.Any(t => t.PersonId == p.Id) || promises.Any(r => r.PersonId == p.Id)
                || spoken.Where(c => c.PersonId == p.Id).OrderByDescending(c => c.At).Select(c => c.PeerId).FirstOrDefault() == me);
        }
    }
}
