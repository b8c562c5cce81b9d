using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Feedback;

public static class FeedbackSets
{
    extension(GroupDb db)
    {
        public DbSet<SurveyRound> SurveyRounds => db.Set<SurveyRound>();

        public DbSet<SurveyAnswer> SurveyAnswers => db.Set<SurveyAnswer>();

        public DbSet<FeedbackLink> FeedbackLinks => db.Set<FeedbackLink>();

        public DbSet<PersonFeedback> PersonFeedback => db.Set<PersonFeedback>();

        public DbSet<WordToUs> WordsToUs => db.Set<WordToUs>();

        public DbSet<Story> Stories => db.Set<Story>();

        public DbSet<StoryConsent> StoryConsents => db.Set<StoryConsent>();

        public DbSet<StoryUse> StoryUses => db.Set<StoryUse>();
    }
}

internal sealed class FeedbackMapping :
    IEntityTypeConfiguration<SurveyRound>, IEntityTypeConfiguration<SurveyAnswer>, IEntityTypeConfiguration<FeedbackLink>, IEntityTypeConfiguration<PersonFeedback>,
    IEntityTypeConfiguration<WordToUs>, IEntityTypeConfiguration<Story>, IEntityTypeConfiguration<StoryConsent>, IEntityTypeConfiguration<StoryUse>
{
    public void Configure(EntityTypeBuilder<SurveyRound> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.SecretHash).IsUnique();
        builder.HasIndex(r => r.ClosesOn);
    }

    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.RoundId);
        builder.HasOne<SurveyRound>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FeedbackLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.SecretHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PersonFeedback> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.Day);
    }

    public void Configure(EntityTypeBuilder<WordToUs> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.HasIndex(w => w.ReceivedOn);
    }

    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.ToldOn);
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.SecretHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StoryConsent> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.StoryId, c.Purpose });
        builder.HasOne<Story>().WithMany().HasForeignKey(c => c.StoryId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoryUse> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => u.StoryId);
        builder.HasOne<Story>().WithMany().HasForeignKey(u => u.StoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
