using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class CallsAndPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "asked_by",
                table: "promise",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "previous_id",
                table: "promise",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "agreed",
                table: "contact",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_after",
                table: "contact",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_before",
                table: "contact",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "stopped_at",
                table: "call_under_way",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    why = table.Column<byte[]>(type: "bytea", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    previous_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    end_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => x.id);
                    table.ForeignKey(
                        name: "FK_agreement_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asks_mood = table.Column<bool>(type: "boolean", nullable: false),
                    own_pages = table.Column<bool>(type: "boolean", nullable: false),
                    names_who_looked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "own_page_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    safe_way = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    made_account = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_page_invitation", x => x.id);
                    table.ForeignKey(
                        name: "FK_own_page_invitation_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_offer", x => x.id);
                    table.ForeignKey(
                        name: "FK_person_offer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_the_person = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_version", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_version_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rhythm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    every_days = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rhythm", x => x.id);
                    table.ForeignKey(
                        name: "FK_rhythm_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_in_contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_task", x => x.id);
                    table.ForeignKey(
                        name: "FK_support_task_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_person_id_until",
                table: "agreement",
                columns: new[] { "person_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_own_page_invitation_person_id",
                table: "own_page_invitation",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_offer_person_id",
                table: "person_offer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_version_person_id_made_at",
                table: "plan_version",
                columns: new[] { "person_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_rhythm_person_id_ended_at",
                table: "rhythm",
                columns: new[] { "person_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_support_task_person_id_state",
                table: "support_task",
                columns: new[] { "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_support_task_state_peer_id",
                table: "support_task",
                columns: new[] { "state", "peer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "follow_up_rules");

            migrationBuilder.DropTable(
                name: "own_page_invitation");

            migrationBuilder.DropTable(
                name: "person_offer");

            migrationBuilder.DropTable(
                name: "plan_version");

            migrationBuilder.DropTable(
                name: "rhythm");

            migrationBuilder.DropTable(
                name: "support_task");

            migrationBuilder.DropColumn(
                name: "asked_by",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "previous_id",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "agreed",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "mood_after",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "mood_before",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "stopped_at",
                table: "call_under_way");
        }
    }
}
