using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "previous_id",
                table: "promise",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "agreed",
                table: "contact",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_after",
                table: "contact",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_before",
                table: "contact",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "stopped_at",
                table: "call_under_way",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    previous_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asks_mood = table.Column<bool>(type: "INTEGER", nullable: false),
                    own_pages = table.Column<bool>(type: "INTEGER", nullable: false),
                    names_who_looked = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "own_page_invitation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    safe_way = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    made_account = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_the_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    every_days = table.Column<int>(type: "INTEGER", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_in_contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    outcome = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
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
