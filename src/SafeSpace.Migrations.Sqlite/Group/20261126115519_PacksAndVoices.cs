using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class PacksAndVoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feedback_link",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "file_review",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    active_wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    active_there = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_there = table.Column<int>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "objective_evidence",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    objective = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objective_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pack",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: false),
                    restates = table.Column<int>(type: "INTEGER", nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    shown = table.Column<byte[]>(type: "BLOB", nullable: true),
                    exact = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pack", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_feedback",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    felt_supported = table.Column<string>(type: "TEXT", nullable: true),
                    would_have_turned = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "printed_figure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    row = table.Column<string>(type: "TEXT", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<string>(type: "TEXT", nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    is_percent = table.Column<bool>(type: "INTEGER", nullable: false),
                    @base = table.Column<int>(name: "base", type: "INTEGER", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_printed_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "story",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name_shown = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: true),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_round",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "word_to_us",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    what_was_done = table.Column<byte[]>(type: "BLOB", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_word_to_us", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reviewed_file",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    review_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    read_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviewed_file", x => x.id);
                    table.ForeignKey(
                        name: "FK_reviewed_file_file_review_review_id",
                        column: x => x.review_id,
                        principalTable: "file_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story_consent",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    story_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_consent", x => x.id);
                    table.ForeignKey(
                        name: "FK_story_consent_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story_use",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    story_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    pack_number = table.Column<int>(type: "INTEGER", nullable: true),
                    where = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_use", x => x.id);
                    table.ForeignKey(
                        name: "FK_story_use_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_answer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    round_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ease_of_referring = table.Column<string>(type: "TEXT", nullable: true),
                    courtesy_on_calls = table.Column<string>(type: "TEXT", nullable: true),
                    knowledge_and_ability = table.Column<string>(type: "TEXT", nullable: true),
                    partnership = table.Column<string>(type: "TEXT", nullable: true),
                    without = table.Column<byte[]>(type: "BLOB", nullable: true),
                    anything_else = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answer", x => x.id);
                    table.ForeignKey(
                        name: "FK_survey_answer_survey_round_round_id",
                        column: x => x.round_id,
                        principalTable: "survey_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_answer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_answer", x => x.id);
                    table.ForeignKey(
                        name: "FK_review_answer_reviewed_file_file_id",
                        column: x => x.file_id,
                        principalTable: "reviewed_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_link_secret_hash",
                table: "feedback_link",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objective_evidence_month_objective",
                table: "objective_evidence",
                columns: new[] { "month", "objective" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pack_number",
                table: "pack",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pack_restates",
                table: "pack",
                column: "restates",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_feedback_day",
                table: "person_feedback",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_printed_figure_source_position",
                table: "printed_figure",
                columns: new[] { "source", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_review_answer_file_id_question",
                table: "review_answer",
                columns: new[] { "file_id", "question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviewed_file_person_id",
                table: "reviewed_file",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviewed_file_review_id_number",
                table: "reviewed_file",
                columns: new[] { "review_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_story_person_id",
                table: "story",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_story_secret_hash",
                table: "story",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_story_told_on",
                table: "story",
                column: "told_on");

            migrationBuilder.CreateIndex(
                name: "ix_story_consent_story_id_purpose",
                table: "story_consent",
                columns: new[] { "story_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "ix_story_use_story_id",
                table: "story_use",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_answer_round_id",
                table: "survey_answer",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_round_closes_on",
                table: "survey_round",
                column: "closes_on");

            migrationBuilder.CreateIndex(
                name: "ix_survey_round_secret_hash",
                table: "survey_round",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_word_to_us_received_on",
                table: "word_to_us",
                column: "received_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback_link");

            migrationBuilder.DropTable(
                name: "objective_evidence");

            migrationBuilder.DropTable(
                name: "pack");

            migrationBuilder.DropTable(
                name: "person_feedback");

            migrationBuilder.DropTable(
                name: "printed_figure");

            migrationBuilder.DropTable(
                name: "review_answer");

            migrationBuilder.DropTable(
                name: "story_consent");

            migrationBuilder.DropTable(
                name: "story_use");

            migrationBuilder.DropTable(
                name: "survey_answer");

            migrationBuilder.DropTable(
                name: "word_to_us");

            migrationBuilder.DropTable(
                name: "reviewed_file");

            migrationBuilder.DropTable(
                name: "story");

            migrationBuilder.DropTable(
                name: "survey_round");

            migrationBuilder.DropTable(
                name: "file_review");
        }
    }
}
