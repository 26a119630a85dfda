<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
 <context>
  <name>Storyloom</name>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source> ({commit} is here)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_bar.py" />
   <source> f</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source> px</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/tiny/writing.py" />
   <source># Tiny models of random weights, to try the program with: what they make is noise.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;About Storyloom …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/own_folder_dialog.py" />
   <source>&amp;Add</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Add Node …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <location filename="../../app/window/settings_dialog.py" />
   <source>&amp;Appearance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <location filename="../../app/window/download_dialog.py" />
   <source>&amp;Ask Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Bypass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>&amp;Cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>&amp;Choose a File …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Connect …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>&amp;Device</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Disconnect</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>&amp;Download</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>&amp;Download …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/full_screen.py" />
   <source>&amp;Draw on the Full Screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Edit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;File</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>&amp;Find a Model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>&amp;Find a Step …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Find …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/token_dialog.py" />
   <source>&amp;Forget the Kept One</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Free Models</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Go to Node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>&amp;Go to the Saved Step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Help</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/token_dialog.py" />
   <source>&amp;Keep</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Keyboard Shortcuts …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/own_folder_dialog.py" />
   <source>&amp;Kind of model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>&amp;Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>&amp;Look Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>&amp;Look in a Folder …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>&amp;Mirror</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/project_files.py" />
   <source>&amp;Missing Files …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Models …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <location filename="../../app/window/panel_dialog.py" />
   <source>&amp;Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;New</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>&amp;New keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>&amp;Node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>&amp;Notifications</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>&amp;Offloading</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Open …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>&amp;Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Pin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <source>&amp;Play it when it is finished</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>&amp;Precision</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Quit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Redo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>&amp;Relink</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <location filename="../../app/window/run_queue_view.py" />
   <source>&amp;Remove from the Queue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Run</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Run Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Run Selected Nodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Save</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Save the Log …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>&amp;Show in the File Manager</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Take a Thing out of a Film …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/own_folder_dialog.py" />
   <source>&amp;Title</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;Undo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>&amp;Ungroup</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>&amp;Verify</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>&amp;View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>(gone)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>, ...</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>, pinned by the hashes of its files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>, revision {revision}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>, unpinned: the newest is fetched, and kept to from then on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 has every frame for a key; a number beyond the coarsest level gives that.</source>
   <extracomment>node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 is black and white, above 1 makes colours stronger.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 is every frame; a number beyond the coarsest level shows that.</source>
   <extracomment>node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 to 100, for codecs that lose anything.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1 leaves the loudness, 0.5 halves it.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1.85:1</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1024</source>
   <extracomment>node mask.boxes; node mask.propagate; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>1080p</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>12</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>15</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>16</source>
   <extracomment>node export.frames; node load.clip; node load.masks; node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>16:9</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1:1</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>2 is twice as fast, 0.5 is half as fast (when speed is changed).</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>2.39:1</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>23.976</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>24</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>25</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>256</source>
   <extracomment>node mask.boxes; node mask.propagate; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>29.97</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>3 for 480 lines, 5 for 720; higher settles the composition for longer.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>30</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>3:4</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>48</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>480 lines: 30 steps, guidance 5, shift 3, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>480p</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>4:3</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>4K</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>4n+1</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>4n+1 (5, 9, 13 ... 81: what VACE takes), 8n+1 (9, 17, 25 ...: what LTX takes), or custom for a number of your own.</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>50</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>512</source>
   <extracomment>node mask.boxes; node mask.propagate; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>59.94</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>60</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>704x480, 161 frames</source>
   <extracomment>model ltx-video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>720 lines: 30 steps, guidance 5, shift 5, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>720p</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>8</source>
   <extracomment>node export.frames; node load.clip; node load.masks; node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>8 or 16 bits for each channel, or those of the clip.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>832x480 or 1280x720, 81 frames</source>
   <extracomment>model wan-vace-14b; model wan22-vace-fun-a14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>832x480, 81 frames</source>
   <extracomment>model wan-text-1.3b; model wan-vace-1.3b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>8n+1</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>9:16</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>A &amp;Folder of Your Own …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>A GIF holds 256 colours a frame, and times in hundredths of a second.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>A GIF holds no timecode.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>A GIF plays at most {_GIF_FPS_LIMIT} frames a second.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A LoRA that the program knows and fetches.</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>A backdrop cannot lie on itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>A camera move through layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>A clip cannot play at {speed} times its speed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/score.py" />
   <source>A clip of {len} frames cannot be measured against one of {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/score.py" />
   <source>A clip of {width}x{height} cannot be measured against one of {width_}x{height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/lifting.py" />
   <source>A clip that “{path}” is given has no frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/contact_sheet.py" />
   <source>A contact sheet of {count} frames would be {width}x{height} pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/gap_easing_row.py" />
   <source>A curve of its own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/fields.py" />
   <source>A dot on a wire. It hands on what it is given, and nothing runs here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/easing.py" />
   <source>A drawing cannot stay for {every} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>A fade has nothing drawn between its panels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A file of your own, in the place of one that is known.</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>A film needs a frame rate above zero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A film or a folder of numbered pictures becomes a mask by its alpha or its brightness. A JSON file in COCO's form holds run lengths: each image in it is a frame, in the order of their ids, and several things on one frame are joined. Mask from Image has thresholds as well.

Example: plates/player.mov, ProRes 4444 whose alpha is the player, wired to Composite as mask.</source>
   <extracomment>node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>A folder of numbered pictures …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>A folder of your own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>A folder with a model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/sizes.py" />
   <source>A generation of {count} frames cannot be made at once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/placement.py" />
   <source>A graphics card was asked for, and none can be used here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/fields.py" />
   <source>A ground that carries the nodes on it. Its colour is in the menu of the canvas.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/easing.py" />
   <source>A handle of the timing curve lies outside its time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>A key holds until the next one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/segmentation/backend.py" />
   <source>A key is {width} x {height}, its frame {width_} x {height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where a mask flows into a picture, for instance to export it or to trim it like any clip. Nothing is lost: read as a mask again, it is the same.

Example: wire a mask through this into the viewer, or into Export Frames for another program.</source>
   <extracomment>node convert.mask_to_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where a number flows into a text.

Example: a number wired into a prompt, so that the prompt names it.</source>
   <extracomment>node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where a picture flows into a clip. Use Fit Length behind it to hold the picture for longer. Alpha and 16 bits are kept.

Example: a title card as a picture, wired to Concatenate before the film.</source>
   <extracomment>node convert.image_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where a picture flows into a mask. What is transparent counts as black. For other ways, and for thresholds, use Mask from Image.

Example: a matte that another program wrote as a PNG, wired to the mask of Blend.</source>
   <extracomment>node convert.image_to_mask</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where a report flows into a text.

Example: a report wired through this into the text of a Note.</source>
   <extracomment>node convert.report_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where a storyboard flows into a clip. Moves between panels are shown as holds; use In-Between to have them drawn. Rate, alpha and shots are those of the storyboard.

Example: wire a storyboard to Export Video; this goes in between by itself, and the animatic plays.</source>
   <extracomment>node convert.storyboard_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where a text flows into objects. Mistakes are named with the place where they stand. Boxes are left, top, right, bottom in shares of the picture, or in pixels of a “size” that the text gives.

Example: {"objects": [{"label": "cup", "boxes": [{"frame": 0, "box": [0.1, 0.2, 0.5, 0.6]}]}]}.</source>
   <extracomment>node convert.text_to_objects</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A link puts it in by itself where objects flow into a text.

Example: the objects of Detect Objects wired through this into the text of a Note.</source>
   <extracomment>node convert.objects_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A little surer than tiny at hardly more cost.</source>
   <extracomment>model sam2-small</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/motion/in_between.py" />
   <source>A mask clip has {count} frames; the storyboard has {len} panels and {len_} frames. The last mask is held.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/matte.py" />
   <source>A mask has {len} frames, the region {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/coco_masks.py" />
   <source>A mask in “{name}” is damaged: its runs do not fill {width} x {height} pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>A mirror’s address begins with https:// or http://.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A model that also tells how alike the pictures look; without one all the rest is measured.</source>
   <extracomment>node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/opened_work.py" />
   <source>A newer Storyloom wrote “{name}”. This is a copy of it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>A node cannot have the id “{node}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>A node “{node}” exists already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A number that chooses the masks.</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A number that chooses the noise.</source>
   <extracomment>node motion.corrupt; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>A panel is split between two frames. Move the playhead into it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>A panel keeps one layer at least.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>A panel lasts from 1 to {most} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/framing.py" />
   <source>A picture of {width} x {height} cannot be put into {canvas} x {canvas_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/metrics/planes.py" />
   <source>A picture of {width}x{height} cannot be measured against one of {width_}x{height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/tiles.py" />
   <source>A piece of a drawing is missing ({digest}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>A piece of a drawing is missing in the project file ({digest}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>A product on a turntable</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>A quality of {quality} is not in 0..100.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/motion/refine.py" />
   <source>A small network, nothing to download. A video model would draw what neither drawing shows.</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>A sound cannot end before it starts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>A sound cannot play at {speed} times its speed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>A sound of {channels} channels is not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/curve_view.py" />
   <source>A straight line. Insert adds a point.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/working_store.py" />
   <location filename="../../pipelines/painting/tiles.py" />
   <source>A tile cannot be {shape}, {dtype}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>A video …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>A&amp;ttention</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/about.py" />
   <source>About Storyloom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>About the width of a line.</source>
   <extracomment>node control.line</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Above 1 brightens the middle tones, below 1 darkens them.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Above 1 pulls dark and bright apart.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Across</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Actual Pixels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Add</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Add Backdrop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>Add Export Video</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Add Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Add Masked Object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Add Node…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add Sound</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/held_moves.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Add a Breakdown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/story_strip.py" />
   <source>Add a Breakdown in the Middle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/own_folder_dialog.py" />
   <source>Add a Folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>Add a breakdown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/strip/story_strip.py" />
   <source>Add a storyboard</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Add an object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Add backdrop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Add dot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <location filename="../../widgets/paper/layering.py" />
   <source>Add layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/easel.py" />
   <source>Add object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add room around pictures or clips.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Add to Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Add {kind}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adjust Colours</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>After</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>After the last key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/motion_tool.py" />
   <source>After the last panel nothing moves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>After the last panel nothing moves: choose a frame before it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>Agree on its page of the hub, and give a token of yours in the model window.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Airbrush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/brush_tool.py" />
   <source>Airbrush stroke</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/share_dialog.py" />
   <source>All Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>All files (*)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_row.py" />
   <source>All moves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_forecast.py" />
   <source>All of it is made already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All that was made</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Allow Once</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Allow for This Project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Alpha</source>
   <extracomment>node load.masks; node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Also after the last key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Also before the first key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Also show frames that repeat the one before.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Alt: take away. Shift and Alt: keep what is common. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Alt: take away. Shift: straight line. [ ]: size. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>An &amp;Entry of Your Own …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/board_lists.py" />
   <source>An EDL cannot be written at {float} frames a second.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/conversions.py" />
   <source>An alpha of {width}x{height} does not fit a picture of {width_}x{height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/object_file.py" />
   <source>An array of {dtype} cannot be kept in the result store.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/running.py" />
   <source>An export writes into the project's folder, so save the project first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>An untitled project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Anchor</source>
   <extracomment>node frame.outpaint_canvas; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another number is another film; the same one is the same film on every machine, but for rounding.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another number is other noise.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>Another result was asked for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>Another wire leads to {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Area</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Arrange</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Arrange nodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Arrange this room as it was at first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As in Resize.</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>As it was opened</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As set below</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As the clip</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>Asking the hub what there is to fetch …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Assign</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/frame_index.py" />
   <source>At {_rate_words} this file has {count} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Audio</source>
   <extracomment>kinds of value; node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Auto</source>
   <extracomment>node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>Automatic</source>
   <extracomment>node control.depth; node control.pose; node frame.paste_back; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Automatic pastes the silhouettes where there are some, and otherwise all that was made.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>B</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>BF16: half the memory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>BSD-2-Clause is LPIPS's own licence; this copy as safetensors names none.</source>
   <extracomment>part lpips-vgg</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/faces.py" />
   <location filename="../../widgets/inspector/fields.py" />
   <location filename="../../widgets/node_names.py" />
   <source>Backdrop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Backdrop Colour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Background</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Backwards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Before the first key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Begin</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Begin with a drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Begin with a film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Below 0 colder and bluer, above 0 warmer and redder.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Below 0 greener, above 0 more magenta.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bend a model with a LoRA: a small file of weights for a look, a person, or fewer steps.</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beside</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Best</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Between keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Between keys the outline moves from one to the next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/moves.py" />
   <source>Between {spoken} some layers are too unlike to be moved, so they switch in the middle: {join}. Draw a panel between them, or set their motion by hand.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/moves.py" />
   <source>Between {spoken} the drawings are too unlike (confidence {confidence}), so the first holds and then the second. Draw a panel between them, or let them fade.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bf16</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Black to white is the range of each frame, as in the pictures that VACE was trained with, or that of the whole film, which flickers less where things come near.</source>
   <extracomment>node control.depth</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blend</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>Blend mode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blended</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blocks</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>Blocks: least memory, slow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <location filename="../../widgets/theme.py" />
   <source>Blue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Both</source>
   <extracomment>node generate.lora; node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/vace_inference.py" />
   <source>Both a conditioning and parts of one are connected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/lora.py" />
   <source>Both a known LoRA and a file are chosen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Both sides are made larger until they are multiples of this; VACE wants 16.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottom</source>
   <extracomment>node frame.crop; node frame.outpaint_canvas; node frame.pad; node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottom left</source>
   <extracomment>node frame.outpaint_canvas; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottom right</source>
   <extracomment>node frame.outpaint_canvas; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boundary Blend</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes</source>
   <extracomment>kinds of value; node control.layout; node mask.boxes; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes around the thing.</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes around things; the first box of each frame is one thing, the second another.</source>
   <extracomment>node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes around what a text names, surer than tiny.</source>
   <extracomment>model grounding-dino-base</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes around what a text names.</source>
   <extracomment>model grounding-dino-tiny</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/boxes.py" />
   <source>Boxes beyond the end of the clip are left out: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes that cover less of the picture are left out.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes that cover more of the picture are left out.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes to Mask</source>
   <extracomment>node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brightness</source>
   <extracomment>node load.masks; node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brightness, or alpha (white where the picture is opaque).</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Bring Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/incoming.py" />
   <source>Bring in layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/incoming.py" />
   <source>Bring in “{name}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bring pictures or clips to another size.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <source>Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_editor.py" />
   <source>Built in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_badges.py" />
   <source>Built in, not {model}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>By how much a mask is grown, shrunk or feathered</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>By the sides</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>By the size of the viewer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Bypass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Bypass {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/footers.py" />
   <source>Bypassed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>Bypassed: it hands on its first input as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>C&amp;lear the Log</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>CLIP likeness</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CSV</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Call me when a long run ends while I work elsewhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <location filename="../../widgets/models/fetch_row.py" />
   <location filename="../../widgets/outline/source_dialog.py" />
   <source>Cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Candidates</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/commands.py" />
   <source>Canvas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cases</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CausVid at 0.3: 12 steps, guidance 1, shift 7, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CausVid at 0.5 to 0.7: 8 steps, guidance 1, shift 7, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CausVid at 0.8 to 1: 4 steps, guidance 1, shift 7, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CausVid's own licence forbids commercial use; the repository of this file names none.</source>
   <extracomment>part causvid-1.3b; part causvid-14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cell</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Centre</source>
   <extracomment>node frame.outpaint_canvas; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>Change the duration</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>Change the whole mask of this frame</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <location filename="../../app/window/hub_box.py" />
   <location filename="../../app/window/panel_dialog.py" />
   <source>Change …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/project_files.py" />
   <source>Changed by another program: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Character action, limb by limb</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/loading.py" />
   <source>Check it in the model window, or with “storyloom models verify”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/recording.py" />
   <source>Check the in and out marks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>Check where it was moved to and whether you may read it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Checkerboard</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/lending.py" />
   <source>Checking every byte of {title}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Checking what came …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/easing.py" />
   <source>Choose 1 or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>Choose 75.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Choose All Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/loras.py" />
   <source>Choose a .safetensors file that is whole.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Choose a file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>Choose a file that ends in .loom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/coco_masks.py" />
   <source>Choose a file whose frames are all of one size.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/peaks.py" />
   <location filename="../../pipelines/media/sounds.py" />
   <source>Choose a file with a sound track.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>Choose a file, not a folder or a device.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/board_lists.py" />
   <source>Choose a film or television rate, or write OpenTimelineIO.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Choose a film, draw a box around the thing. Built in: nothing is downloaded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Choose a folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/random_masks.py" />
   <source>Choose a frame that shows it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Choose a higher speed, or load the clip without its sound.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/work.py" />
   <source>Choose a local folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/finding.py" />
   <source>Choose a model, or draw boxes by hand at Boxes to Mask.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/depth.py" />
   <location filename="../../nodes/library/control/pose.py" />
   <source>Choose a model, or guide with Line Control, which needs none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>Choose a move in the inspector, or set the joint to in-between.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/shown_output.py" />
   <source>Choose a node to look at.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Choose a panel to edit it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/image.py" />
   <source>Choose a picture file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>Choose a picture of the new thing, or cancel to choose it later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/audio.py" />
   <source>Choose a sound or video file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Choose a speed that gives 1 to {LONGEST}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/clip.py" />
   <source>Choose a video or a folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>Choose a video, or use the file as sound or as a still picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masks.py" />
   <source>Choose an upper brightness above the lower one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>Choose another frame.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>Choose another layer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masking/objects.py" />
   <source>Choose another object.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Choose another place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/masks.py" />
   <source>Choose brightness as its source, or export it with alpha: ProRes 4444, FFV1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>Choose from 0.01 to 100, and reverse it separately.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Choose from 0.01 to 100; to play it backwards, use Reverse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/lora.py" />
   <source>Choose it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>Choose one of the pictures, or number their names like frame_0001.png.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/lora.py" />
   <source>Choose one of the two.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>Choose one shot in the storyboard, and make each shot by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/placement.py" />
   <source>Choose the CPU or leave it to the program, or look at “storyloom doctor”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Choose the Next One Too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Choose the Previous One Too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>Choose the file again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>Choose the film in which a thing is to be replaced</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>Choose the film that a thing is to be taken out of</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/working_store.py" />
   <source>Choose where to save it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Choose within 0 to {len}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/codecs.py" />
   <source>Choose {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/loras.py" />
   <source>Choose “both” for its experts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Clashing keys: {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Classic 4:3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clean plate</source>
   <extracomment>node mask.remove</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/cache_box.py" />
   <source>Clear</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Clear Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <location filename="../../widgets/masking/sight.py" />
   <source>Clear Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>Clear it instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Clear layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Clear selection</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Clear the Marks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/cache_box.py" />
   <source>Clearing …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Click a colour of the picture. Zoom in for a finer edge. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/flood.py" />
   <source>Click inside it, or give the selection up (Esc).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/flood.py" />
   <source>Click on the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/inspector.py" />
   <source>Click to give the node another title</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/pointing.py" />
   <source>Click, or drag a box. Alt or right button: not it. Shift: scribble. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/pointing.py" />
   <source>Click, or draw along it. Alt or right button: not it. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/pointing.py" />
   <source>Click, or draw around it. Alt or right button: not it. Shift: scribble. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Click: next corner. Enter: close, Backspace: one back, Esc: give up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/clicks.py" />
   <source>Click: on it. Right button or Alt: not it. Delete: remove, Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clicks</source>
   <extracomment>kinds of value; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clip</source>
   <extracomment>kinds of value; node control.depth; node control.layout; node control.pose</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Clip {place} is {width}x{height}, the first {width_}x{height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Clip {place} plays at {float} frames a second, the first at {float_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clips</source>
   <extracomment>node review.side_by_side; node time.concatenate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>Close gaps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/placement.py" />
   <source>Close other programs, choose a smaller model or size, or let parts be offloaded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coco</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Codec</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/label_colours.py" />
   <location filename="../../widgets/masking/objects_panel.py" />
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>Colour</source>
   <extracomment>node frame.outpaint_canvas; node frame.pad; node frame.paste_back; node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Colour backdrop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Colour drift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Colour of the layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Colour of the object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>Colour {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Columns</source>
   <extracomment>node export.panels; node review.contact_sheet; node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Combine Masks</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/recipes.py" />
   <source>Combined: film, mask, picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Command</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/command_palette.py" />
   <source>Command Palette</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/command_palette.py" />
   <source>Commands</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Compare with</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Comparing and measuring</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Composite</source>
   <extracomment>node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Concatenate</source>
   <extracomment>node time.concatenate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Conclusion</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Conditioning</source>
   <extracomment>kinds of value; node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Conditioning scale</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Confidence</source>
   <extracomment>node mask.propagate; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/source_dialog.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Connect</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/shown_output.py" />
   <source>Connect a clip to it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/motion/corrupt.py" />
   <location filename="../../nodes/library/motion/keyframe_levels.py" />
   <location filename="../../nodes/library/review/contact_sheet.py" />
   <location filename="../../nodes/library/review/score.py" />
   <location filename="../../nodes/library/time/fit_length.py" />
   <location filename="../../pipelines/frame_ranges.py" />
   <location filename="../../pipelines/framing.py" />
   <source>Connect a clip with a frame at least.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>Connect a mask, ask for more frames, or let panels move into each other.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/experiment_log.py" />
   <source>Connect at least one film to the results.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <location filename="../../pipelines/montage.py" />
   <source>Connect at least one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Connect by dots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/layout.py" />
   <source>Connect found objects, or masks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>Connect it to something that gives {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Connect the cases to the results. Every one leaves its film and pictures, all of them a film side by side, and the log has the settings of each, the models with their commits, timings, memory, and measures against the source: what the mask keeps, its edge, motion. Where a case fails, the log is written all the same and says why. What was made without a model says so: built in, not the model. It runs only when you press Run on it and never overwrites.

Example: inpainting, reference and combined as three results, after a run of all of them.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/seams.py" />
   <source>Connect the film that was pasted into.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/side_by_side.py" />
   <source>Connect two clips or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Connect {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Constant</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Contact Sheet</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Contact sheet, one picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Context</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Contrast</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Control</source>
   <extracomment>node control.depth; node control.flow; node control.gray; node control.layout</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convert</source>
   <extracomment>node convert.image_to_clip; node convert.image_to_mask; node convert.mask_to_image; node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>Convert it to WAV or FLAC.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/frame_index.py" />
   <source>Convert it to a constant rate first, or cut it into parts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>Convert the file to H.264, ProRes or FFV1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Converted for diffusers by a third party from alibaba-pai/Wan2.2-VACE-Fun-A14B, which has no such files.</source>
   <extracomment>part wan22-vace-fun-a14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Copy Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Copy Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>Copy it again from where it came.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Copy key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Copy of the last key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Copy the Last Key Here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>Correct “frames”, or leave it out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Corrupt</source>
   <extracomment>node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Coverage</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/statistics.py" />
   <source>Covers {_per_cent} of the picture on average, from {_per_cent_} to {_per_cent__}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crop</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Cross-fade</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cubic</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Curve</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/easing_editor.py" />
   <location filename="../../widgets/inspector/size_row.py" />
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Custom</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/strip/labels.py" />
   <source>Cut</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/pane.py" />
   <source>Cut It Out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Cut Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Cut Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Cut Wires</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/frame_index.py" />
   <source>Cut it into parts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>Cut it to the part that you need first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Cut layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/frame/crop.py" />
   <source>Cut off less.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cut pixels off the sides of pictures or clips.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cut the part around a mask out of a film, so that a model works on that alone.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>Cut the thing out: Segment, then Composite on white or as alpha.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/canvas/editing.py" />
   <source>Cut {count} wires</source>
   <extracomment>for one: Cut a wire</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>D&amp;elete …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>DINOv2 likeness</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DPM++</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/appearance.py" />
   <source>Dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Darken</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>Delete</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Delete Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Delete Masked Object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>Delete Model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Delete Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Delete key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Delete layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/easel.py" />
   <source>Delete object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <location filename="../../widgets/strip/editing.py" />
   <source>Delete panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Delete the Key Here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Delete the object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>Delete {model}? This frees {size}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Depth</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Depth Control</source>
   <extracomment>node control.depth</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Describes pictures and clips, and finds things in them.</source>
   <extracomment>model qwen2.5-vl-3b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Describes pictures and clips; the smallest.</source>
   <extracomment>model qwen3-vl-2b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Describes surer than the 2B.</source>
   <extracomment>model qwen3-vl-8b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Describes surer than the 3B.</source>
   <extracomment>model qwen2.5-vl-7b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Describing pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Detail</source>
   <extracomment>node control.line</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Detail while it moves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_models_row.py" />
   <source>Details …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Detect Objects</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Dialogue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Difference</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/layer_painting.py" />
   <source>Difference × {gain}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Discard</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Discard this unsaved work?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/canvas/editing.py" />
   <source>Disconnect</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Disconnect {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/steps.py" />
   <source>Disconnect {socket}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/toast.py" />
   <source>Dismiss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dist</source>
   <extracomment>node motion.corrupt; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distance</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>Divide them among folders of at most {FILE_LIMIT}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Do Not Allow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Documents</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>Done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/faces.py" />
   <location filename="../../widgets/canvas/telling.py" />
   <location filename="../../widgets/inspector/fields.py" />
   <location filename="../../widgets/node_names.py" />
   <source>Dot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Dot on Wire</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <source>Download &amp;Earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <source>Download &amp;Later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Download ({size})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Download Again ({size})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/outline/outline.py" />
   <source>Download Its Model…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Download failed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Download the Rest ({size})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>Download {model}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Downloading, {percent} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <location filename="../../widgets/models/download_list.py" />
   <source>Downloads</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draft</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draft is about 480x272 with at most 33 frames; final has the size and every frame. The frames of a draft are spread over the film; where a control moves they are the first ones, so that the motion keeps its pace, unless keys lie beyond: the node says which.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>Drag along the way that it takes: one stroke is an arc. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>Drag points, handles, ticks, or draw anew. T: at this frame, Delete, Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/margins.py" />
   <source>Drag the frame, with Shift in proportion. Enter: next side, Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/margins.py" />
   <source>Drag the sides out. Enter: next side, arrows: by a pixel, Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/minimap.py" />
   <source>Drag to look elsewhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_view.py" />
   <source>Drag to retime the panel; with Shift its neighbour gives way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/boxes.py" />
   <source>Drag: a new box. Enter: next box, Delete: remove, Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Drag: take the mask along. Shift: straight. Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Draw</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draw a box around it on the frame where it is seen best; clicks say what belongs to it and what does not. Boxes and clicks on further frames set the mask right there, and the frames between are followed from both sides; only the frames up to the next one that was pointed at are made again. What is built in works without a download, by colours and motion: a box says more than a click, and fine or many-coloured things want some clicks. A model needs a download and, without a graphics card, seconds for each frame; it knows what things are, and a click is mostly enough. Several boxes and outlines on a frame are one thing together. Words find things too, by a model that is to be downloaded; all that they find is masked. To choose among it, use Detect Objects.

Example: a box around the player on frame 0 and two clicks on her racket.</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/strokes.py" />
   <source>Draw along it. Right button or Alt: not it. Shift: around it. Delete: remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/held_moves.py" />
   <source>Draw around a part and press Ctrl+J: it is a layer. Do so on the next panel too.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Draw around a part of the panel, so that it becomes a layer that moves by itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_view.py" />
   <source>Draw here with the pen or the mouse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draw in the Draw room; durations and joints are set on the strip below. Wire it to In-Between to have the moves drawn, or to any clip input to play it as held panels. A stroke changes only the frames that its panel is part of. Drawings and backgrounds are the film; what else layers are for leaves by outputs of its own: masks (held as long as their panels; white is where the layer is painted), references, controls and notes, and as words the notes and dialogue of the panels.

Example: 1280x720 at 24 with panels of 12 frames: eight drawings are an animatic of four seconds.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/panels.py" />
   <source>Draw one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/story/storyboard.py" />
   <source>Draw one, or import pictures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Draw the first panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draw the lines of a picture, dark on white, to guide a video model with them.</source>
   <extracomment>node control.line</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Draw: the drawings and the film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <location filename="../../widgets/paper/layer_words.py" />
   <location filename="../../widgets/strip/editing.py" />
   <source>Drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/result_store.py" />
   <source>Drawings are safe, and finished results stay readable until the program ends.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/index.py" />
   <source>Drawings are safe. Choose another folder for results, or make this one writable.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Duplicate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Duplicate Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Duplicate Masked Object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Duplicate Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Duplicate layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/easel.py" />
   <source>Duplicate object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <location filename="../../widgets/strip/editing.py" />
   <source>Duplicate panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Duplicate the object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Duplicate {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Duration</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Duration in frames</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_bar.py" />
   <source>Duration of the chosen panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>EDL</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>EDL, for editing programs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/easing_editor.py" />
   <source>Each drawing stays for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each frame</source>
   <extracomment>node control.depth</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Easing</source>
   <extracomment>node motion.in_between; node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Edges snap to the playhead, marks, seconds and other edges</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Edit over the picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Effort</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/paper/tools/shape_tool.py" />
   <source>Ellipse</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/statistics.py" />
   <source>Empty on {len} frames: {_listed}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Empty project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>Empty: the hub itself, or what HF_ENDPOINT names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ending</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/main_window.py" />
   <source>Ending what runs …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/pointing.py" />
   <source>Enter: take it. Backspace: one mark back. Esc: give up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Equal Widths</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/brush_tool.py" />
   <source>Erase</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Eraser</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Euler</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Even</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every</source>
   <extracomment>node mask.detect; node motion.corrupt; node motion.keyframe_levels; node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Every file that the project refers to is there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Every frame has a key.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/metrics/score_sheet.py" />
   <source>Every frame is a key that was given: there is nothing to measure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every n-th frame of the true clip is a key that was given.</source>
   <extracomment>node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/panel_frames.py" />
   <source>Every panel needs its imported picture, or None.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Every step is written down as it is made, so there is nothing to set. The work of a window that was killed is offered at the next start. It lies in {folder}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>Everything is here already. It will be looked at once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/commands.py" />
   <source>Everywhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Exchange black and white: what was kept is generated, and what was generated is kept.</source>
   <extracomment>node mask.invert</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Experiment Log</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Experts</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Export</source>
   <extracomment>node export.experiment_log; node export.frames; node export.masks; node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_export.py" />
   <source>Export &amp;Panels …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <location filename="../../app/window/film_export.py" />
   <source>Export Film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export Frames</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export Masks</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <location filename="../../app/window/panel_export.py" />
   <source>Export Panels</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export Video</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/coco_masks.py" />
   <source>Export it again, or choose another file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Exposure</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FFV1</source>
   <extracomment>node export.masks; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>FP32: as exact as it gets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>FP8: a quarter of it, a little less exact</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>Fade</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Failures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Falloff</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fast</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fast video from keyframes at any frame, and from words.</source>
   <extracomment>model ltx-video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fastest</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Feather</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <location filename="../../widgets/masking/sight.py" />
   <source>Feather Mask</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/store.py" />
   <source>Fetch it first: storyloom models get {model_id}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/absence.py" />
   <source>Fetch it in the model window, or with “storyloom models get {model_id}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>Fetch nothing: models are used only as they are here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>Fetched once for this and {others}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_notice.py" />
   <source>Fetching models is switched off, in “Network and Token”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/refusals.py" />
   <source>Fetching models is switched off.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Fewer steps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>Fewer than two drawings show.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ffv1-alpha</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>File</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/project_files.py" />
   <source>File A&amp;ccess …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <source>File Access</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/details.py" />
   <source>Files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/project_files.py" />
   <source>Files of this project are missing: {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <source>Files that may be touched</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/paper/tools/fill_tool.py" />
   <source>Fill</source>
   <extracomment>node frame.resize; node frame.restore; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <location filename="../../widgets/masking/sight.py" />
   <source>Fill Holes of Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Fill Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Fill by the Picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>Fill it with gray: set the source mode to automatic or to a gray fill.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Fill mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/pane.py" />
   <source>Fill with Gray</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Film</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Films and pictures ({endings})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Films to choose from, each with the next seed, one after another as shots without sound; more of them make only the new ones.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Final</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/model_list.py" />
   <source>Find a model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>Find a node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/inspector.py" />
   <source>Find a parameter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>Find a step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/missing_file.py" />
   <source>Find it …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/bars.py" />
   <source>Find nodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/bars.py" />
   <source>Find nodes by title, kind or id</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find things in a clip by words, each with a box on every frame where it is.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/missing_file.py" />
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Find {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finder</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Findings</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds the limbs of people in boxes.</source>
   <extracomment>model vitpose-base</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Find…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finer</source>
   <extracomment>node motion.corrupt; node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Firm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>First</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>First Frame</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>First Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit</source>
   <extracomment>node frame.resize; node frame.restore; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Fit Backdrop to Its Nodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit Length</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Fit backdrop to its nodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit shows all of the picture, fill covers the frame and cuts off what stands over, stretch changes the proportions, none keeps the picture's own size.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Fit the Paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Fit the Picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>Flex</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Flow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flow Control</source>
   <extracomment>node control.flow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flow shift</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <location filename="../../app/window/own_folder_dialog.py" />
   <location filename="../../app/window/panel_dialog.py" />
   <source>Folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Following</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/opened_clips.py" />
   <source>For a run of pictures choose their folder, or write the number as %04d; for one picture use Load Image.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For how many frames a mask stays; 0 keeps one for the whole clip.</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For levels: noise on what lies between, which the network takes away again. Research.</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>For nodes that do not say it themselves, from the next run. What is automatic goes by the memory that is free. Another precision that you choose here makes other results; the rest only decides where and how fast.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For thin parts and crowded pictures.</source>
   <extracomment>model sam2-base-plus</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_notice.py" />
   <source>Forget</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Forget the Motion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/motion_ways.py" />
   <source>Forget the motion of “{layer}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Format</source>
   <extracomment>node export.masks; node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/found/found_list.py" />
   <location filename="../../widgets/inspector/found_row.py" />
   <source>Found things</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/own_folder_dialog.py" />
   <source>Found: {files}. They stay where they are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fp32</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fp8</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Frame</source>
   <extracomment>node frame.crop; node frame.outpaint_canvas; node frame.pad; node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Frame at the Panel's Time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Frame of the clip, counted from 0:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Frame of the underlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frame rate</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/score.py" />
   <source>Frame {frames} is named as a key, and the true clip ends with {length}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/painting.py" />
   <source>Frame {frame}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>Frame {frame}: VACE is told the mask of frame {told}. White is made.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/drift.py" />
   <source>Frame {frame}: corrected by hand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/drift.py" />
   <source>Frame {frame}: followed before the last changes, {share} % sure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/drift.py" />
   <source>Frame {frame}: followed, {share} % sure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/drift.py" />
   <source>Frame {frame}: followed, {share} % sure, the least of all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/drift.py" />
   <source>Frame {frame}: key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_words.py" />
   <source>Frame {frame}: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/lifting.py" />
   <source>Frame {index} is {_shape} but the clip is {_shape_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>Frame {index} is {width}x{height}, where the film is {width_}x{height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/stored_frames.py" />
   <source>Frame {index} of a stored clip is gone from the result store.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/decoders.py" />
   <source>Frame {index} of “{name}” cannot be decoded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>Frame {late} is named, but there are {length} frames, counted from 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/pasting.py" />
   <source>Frame {max} is named as a key, and the film ends with {len}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames</source>
   <extracomment>node export.frames; node export.video; node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames a second</source>
   <extracomment>node load.clip; node load.masks; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames a second; 23.976, 29.97 and 59.94 are the exact film and television rates.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/fit_length.py" />
   <source>Frames added by holding the last one: {added}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/fit_length.py" />
   <source>Frames cut off at the end: {frames}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>Frames made</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames of the film, 0 for as many as follow from what is connected, or else 81.</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Frames of the move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames to a token after the first one; 4 for Wan, 8 for LTX, 1 for pictures.</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames, as 0, 12, 40, that come back as they were given: those of the keyframes, or of the film where none are connected.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>Frees {size}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>From a File …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/held_moves.py" />
   <source>From panel {number} to {next} the drawings are too unlike to move: they hold.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>From the cache</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From the contours only (0) to texture, too (1).</source>
   <extracomment>node control.line</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From this brightness on the mask is white (brightness only).</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From which share of the steps what is connected counts; 0 is from the first.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/number_limits.py" />
   <source>From {least} to {most}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Full Size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/metrics/score_sheet.py" />
   <source>Furthest from the true clip on frames {named}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>GIF</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Gain of the difference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gamma</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gap easing</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gauss</source>
   <extracomment>node motion.corrupt; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>General</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Generate</source>
   <extracomment>node generate.lora; node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Give Up or Deselect</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/framing.py" />
   <source>Give both a size of at least one pixel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/frame_range_editor.py" />
   <source>Give both ends, or leave both empty for all frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/in_between.py" />
   <source>Give both the same size, channels and bits first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>Give both the same use first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>Give each an id of its own, or none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/easing.py" />
   <source>Give each point a later time than the one before, between 0 and 1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/motion_paths.py" />
   <source>Give each point a later time than the one before.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give found objects as a JSON text: labels, scores, and boxes in shares of the picture.</source>
   <extracomment>node convert.objects_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/timing.py" />
   <source>Give it a length of at least one frame.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/laying.py" />
   <source>Give it up to {MOST} pictures of the thing; a whole clip goes to another input.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/pasting.py" />
   <source>Give one as large as the film or as the region, and as long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>Give shares between 0 and 1, or “size”: [width, height] for pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/segmentation/backend.py" />
   <source>Give the mask the size of the clip first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>Give the move a length first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>Give the new node another id.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the words of a report as plain text, with their Markdown marks.</source>
   <extracomment>node convert.report_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>Go</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_notice.py" />
   <source>Go On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <source>Go on where it stands.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/checkpoint.py" />
   <source>Go on with the numbers that it was begun with, or train into another folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Go on with what waits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>Go to View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/commands.py" />
   <source>Go to View {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Go to a Timecode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Go to the Layer Above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Go to the Layer Below</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/toast.py" />
   <source>Go to the Notification</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/view_keys.py" />
   <source>Go to the Outline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_pane.py" />
   <source>Go to the worst frame (W in the plot)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/bars.py" />
   <source>Go to {title}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grade a picture or a clip: light, white balance, contrast and colour.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grain</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>Graphics card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gray Control</source>
   <extracomment>node control.gray</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gray fill</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gray fill, box mask</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gray fill, grown mask</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gray fill, motion from the source</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <location filename="../../widgets/theme.py" />
   <source>Green</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/canvas/faces.py" />
   <location filename="../../widgets/canvas/linking.py" />
   <location filename="../../widgets/inspector/fields.py" />
   <location filename="../../widgets/node_names.py" />
   <source>Group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/faces.py" />
   <source>Group inputs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/faces.py" />
   <source>Group outputs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Group {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <location filename="../../widgets/masking/sight.py" />
   <source>Grow Mask</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grow the white area of a mask in every direction, or shrink it.</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>Grow, shrink, feather by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guidance</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>Guides</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Guiding video</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H.264</source>
   <extracomment>node export.masks; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H.264 plays everywhere; H.265 is smaller; ProRes and FFV1 are for editing and archives; ProRes 4444 and FFV1 keep alpha; FFV1 and lossless RGB keep every pixel; GIF is for the web.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H.264, 10 bits</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H.264, lossless RGB</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H.265</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H.265, 10 bits</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/curve_view.py" />
   <source>Handles at {places}. Space: next handle; arrow keys move it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>Hands on what it is given. It is no work: nothing runs here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Hang Layer on the One Below</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>Hang On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Hang layer on another</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Harder Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Harder Mask Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>Hardness</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>Hardness of the brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Have a layer travel along a path that you draw, instead of straight from panel to panel.</source>
   <extracomment>node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heeds from</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heeds until</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height</source>
   <extracomment>node frame.resize; node frame.work_region; node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height of the final; the nearest multiple of 16 is taken.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height of the model's picture; the nearest multiple of 16 is taken.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height of the part, 0 for what the mask needs.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height of the picture in pixels.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Here, verified</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Hidden</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Hide all pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Hide layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Hide object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Hide the picture of {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Hide “{parameter}” on the group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High noise</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/commands.py" />
   <source>History</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <location filename="../../widgets/strip/labels.py" />
   <source>Hold</source>
   <extracomment>node generate.vace_conditioning; node mask.random; node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/vace_sight/pane.py" />
   <source>Hold Keys {count} Frames</source>
   <extracomment>for one: Hold Keys One Frame</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Hold This Frame of the Underlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Hold Until the Next Key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold a number that several nodes use: a strength, a speed, a length.</source>
   <extracomment>node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold a text that several nodes use: a prompt, a style, a negative prompt.</source>
   <extracomment>node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Hold in this gap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Holds</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/fields.py" />
   <source>Holds {count} nodes.</source>
   <extracomment>for one: Holds {count} node.</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../widgets/strip/strip_bar.py" />
   <source>How a panel becomes the next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How a panel becomes the next is set on the strip: cut, hold, fade, or in-between, and for how many of its frames. Your drawings appear exactly as you drew them; a change to one remakes only the moves at its sides. Every layer moves by itself: it is carried, turned and scaled onto its next drawing, about its pivot and after the layer that it hangs on, and bent where that is not enough. A motion that you set by hand is kept to. Where all is on one layer, figures on paper are told apart, or masks do that: wire one for each thing, the lowest first. Where two drawings are too unlike they hold instead of making ghosts, and the joint on the strip says so. Motion Path has a layer travel along an arc; Timing Curve times moves from outside: what is wired goes before what is set here.

Example: three poses, their joints set to in-between with a move of 12: half a second of motion each.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How a picture of other proportions meets the canvas: fill crops it, fit keeps all of it and has the rest made.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How closely the words are followed; 1 needs half the time and no negative words.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far edges are blurred or sharpened until they are as wide as those of the film around the matte; 0 leaves them. For things that lie as far from the camera as what is around.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far the colours of the new picture are brought to those of the original first, by what both show in a ring around the mask; 0 leaves them.</source>
   <extracomment>node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far the colours of what was made are brought to those of the film by what both show around the matte; 0 leaves them.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far the network's answer is taken, from 0 (the clip as it is) to 1.</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>How far the picture's colours may differ within a fill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far the softness reaches to either side of the edge, in pixels of the final picture; 0 leaves the mask as it is.</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far, in pixels of the final picture; below zero the area shrinks.</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/node_help.py" />
   <source>How it is used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How long the encoder looks for a smaller file.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many frames to keep; 0 keeps all that follow.</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many of the masks take the shape of a thing, where things are wired.</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many panels stand side by side on a page or sheet.</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many stand side by side.</source>
   <extracomment>node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>How many times as long the brush is when the pen lies flat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much all that is connected counts, 0 for not at all.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/session.py" />
   <source>How much does the refiner better the interpolator on scenes it never saw?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much is made anew of a film that begin is fed with; the first steps are left out.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much it counts; 0 not at all.</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of b is seen, from 0 (none) to 1 (all of it).</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of the colour is seen where the mask is white.</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of the film is seen around the mask, on each side, in per cent of the longer side of the mask; at the edge of the film there is less.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of the noise that what was made lacks is added, as strong, as coarse and as coloured as in the film around the matte; 0 adds none. Where the film has none, nothing is added.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>How much the brush covers when the pen lies flat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How new pixels are made. Best is right for nearly everything, nearest keeps hard pixels.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How new pixels are made; best is right for nearly everything.</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How noise is taken away; UniPC is what the model's makers use.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How sure the motion must be (0 to 1) before it is drawn; below it the move holds.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How the colours meet. Normal covers, Multiply darkens like ink, Screen and Add brighten like light.</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How the ramp goes from its outer end to its inner one.</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>How this panel becomes the next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How wide that ring is, in pixels.</source>
   <extracomment>node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How wide the ramp around the matte is, in pixels of the film.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How wide the ramp is, in pixels of the final picture.</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How wide the ramp of the mask is from there into the picture; VACE itself goes by where it crosses one half.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Ignore alpha</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Image</source>
   <extracomment>kinds of value; node control.flow; node control.gray; node control.line</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Image To Clip</source>
   <extracomment>node convert.image_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Image To Mask</source>
   <extracomment>node convert.image_to_mask</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Import Pictures as Layers …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Import Pictures …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>Import pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Import pictures as layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Import pictures as panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/story_strip.py" />
   <source>Import pictures …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>In a &amp;row</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/vace_film.py" />
   <source>In this draft the model sees the control {pace} times as fast as it is, since {len} of {count} frames are made from the first key to the last. Final keeps its pace.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In-Between</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>In-between</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>In-betweens to both sides too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Inactive</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Ink</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/brush_tool.py" />
   <source>Ink stroke</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/recipes.py" />
   <source>Inpainting: film and mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>Input {socket}, wired from {source}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>Input {socket}, {state}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/node_help.py" />
   <source>Insert example</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/examples.py" />
   <source>Insert the example of {kind}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Inside</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/commands.py" />
   <location filename="../../widgets/inspector/inspector.py" />
   <source>Inspector</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/weights.py" />
   <source>Install the program again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Interface &amp;size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Intersect mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Intersect with Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Intersection</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <location filename="../../widgets/masking/sight.py" />
   <source>Invert Mask</source>
   <extracomment>node mask.invert</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/pane.py" />
   <source>Invert the Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>It can be downloaded again at any time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>It can be downloaded, but not be worked with on this machine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>It cannot be brought back afterwards.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>It does not fit as a whole: parts wait in the main memory, which is slower.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/loading.py" />
   <source>It goes with another model: choose it there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>It had not run before.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It has no sockets and changes nothing.

Example: "The hand in shot 3 is a placeholder", laid beside the shot's nodes.</source>
   <extracomment>node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>It has not run since it was opened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>It has to lie within {width} × {height} pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/clips.py" />
   <source>It has {len} sound tracks; the first is used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/clips.py" />
   <source>It is high dynamic range; its values are kept as they are, without tone mapping.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_models_row.py" />
   <source>It is in no list of models here: choose another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/probe.py" />
   <source>It is interlaced; both fields are kept in each frame.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>It is kept as it was saved. Update Storyloom to run it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/token_dialog.py" />
   <source>It is kept in this system’s keyring only, and is sent only to the hub.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/refusals.py" />
   <source>It is kept. Update Storyloom to recover it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>It is not known where the mask is least sure. Run Propagate Mask first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It looks at every so manieth frame, and at the last; 0 looks only at the first.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>It may be damaged or not come from Storyloom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <location filename="../../nodes/serve.py" />
   <source>It may have been removed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_badges.py" />
   <source>It needs {model}: {how}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It runs only when you press Run on it and never overwrites: a second PDF becomes board-2.

Example: wire Storyboard to it, leave PDF, and press Run Exports to get exports/board.pdf.</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It runs only when you press Run on it, and never takes the name of another file; Load Masks brings all of them back.

Example: 300 propagated masks of a player as coco, to train a detector; or film and mask as prores-4444-alpha, to cut her out in an editing program.</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It runs only when you press Run on it, never overwrites (a second film becomes film-2), and leaves nothing behind when it is stopped. What the codec cannot hold, such as alpha in H.264, is said. The start timecode of the clip goes along.

Example: wire In-Between to clip, leave H.264, and press Run Exports to get exports/film.mp4.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/refusals.py" />
   <source>It was neither fetched nor opened. Look for the same weights as .safetensors in another repository, or convert them with a tool of their maker's on a machine that you can lose, and name the folder in models.toml.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/lora.py" />
   <source>It was not opened. Other files of weights can run any program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/loading.py" />
   <source>It was not used. These are weights of another program: fetch it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/recording.py" />
   <source>It was removed. Look whether the disk is full or failing, then export again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/transfer.py" />
   <source>It was taken away again. Fetch it once more, or from another mirror.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/store.py" />
   <source>It was taken away. Fetch it again; only that comes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/frame_index.py" />
   <source>Its frame rate varies; conformed to {_rate_words}: {count} frames, {count_} of them repeats, {shown} of the file's {len} left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its licence has rules of use; read it on the page of the repository.</source>
   <extracomment>part ltx-video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_view.py" />
   <source>Its move holds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/running.py" />
   <source>Its pinned result is gone; it is made again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/probe.py" />
   <source>Its pixels are not square ({shape}); they are shown as square ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/story/storyboard.py" />
   <source>Its shots are {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/trim.py" />
   <source>Its shots are {known}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/clips.py" />
   <source>Its sound cannot be decoded and is left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/clips.py" />
   <source>Its sound was left out, as its frames play at another rate.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/refusals.py" />
   <source>Its worker is started anew. Run again; if it happens again, look at the driver.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Join clips one after the other, sound included.</source>
   <extracomment>node time.concatenate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Join masks into one.</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Join the object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Joint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_bar.py" />
   <source>Joint behind the chosen panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Joint to the next panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Joint: Cut</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Joint: Fade</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Joint: Hold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Joint: In-Between</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/legend.py" />
   <source>Judge “{name}”: mark its worst frame and step through its dips</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep a part of a clip and leave out the rest, sound and timecode included.</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep exact</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Keep the proportions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep to the in and out marks of the clip, where no frames are given.</source>
   <extracomment>node export.frames; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/source_mode.py" />
   <source>Keeps {KEEPS}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>Kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Kept results</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/ruler.py" />
   <source>Key on frame {frame}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/ruler.py" />
   <source>Key on frame {frame}: the picture has changed since</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/levels.py" />
   <source>Key set {number} adds no frame to the one before it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keyframe Levels</source>
   <extracomment>node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keyframes</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Keys</source>
   <extracomment>node frame.paste_back; node motion.corrupt; node motion.keyframe_levels; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>L1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>LPIPS</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/strip/label_commands.py" />
   <source>Label</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/strip/editing.py" />
   <source>Label panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/label_colours.py" />
   <source>Label with a colour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/label_commands.py" />
   <source>Label: {colour}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lanczos</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Larger Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Larger Mask Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Largest</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/paper/paper.py" />
   <source>Lasso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/held_moves.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Lasso a Part</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/story_strip.py" />
   <source>Lasso a Part of the Drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Last Frame</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Last Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Last frame</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Lay Down Selection</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Lay Film or Picture under the Drawing …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Lay Next Clip under the Drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Lay a frame of a clip under the drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Lay clip under the drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lay picture b over picture a, as a compositor lays a plate over another.</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lay the frames of a clip on one sheet, each with its number and timecode.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Lay “{name}” under the drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer</source>
   <extracomment>node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Layer opacity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer scales</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Layer {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layered</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>Layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layout Control</source>
   <extracomment>node control.layout</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Least</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Least Sure Frame</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Leave Group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave a note on the canvas, for yourself or for whoever opens the project next.</source>
   <extracomment>node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave out the paper, so that drawings keep their transparency (alpha).</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/trim.py" />
   <source>Leave shot empty: this clip has none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>Leave some out if their looks mix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Leave the object out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left</source>
   <extracomment>node frame.crop; node frame.outpaint_canvas; node frame.pad; node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Length</source>
   <extracomment>node time.fit_length; node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_bar.py" />
   <source>Length of the move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Let Layer Hang on Nothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Level</source>
   <extracomment>node motion.corrupt; node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Levels</source>
   <extracomment>node control.depth; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Levels of one's own in place of halves, from coarse to fine, parted by semicolons.</source>
   <extracomment>node motion.corrupt; node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/details.py" />
   <source>Licence</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>Licence: {licence}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lies</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lift</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/appearance.py" />
   <source>Light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Light and full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light in stops, as on a lens; +1 doubles it.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>LightX2V at 1: 4 steps, guidance 1, shift 5, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>LightX2V at 1: 8 steps, guidance 1, shift 5, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Lighten</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Likeness</source>
   <extracomment>node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/paper/tools/shape_tool.py" />
   <source>Line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line Control</source>
   <extracomment>node control.line</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Line distance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Linear</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lines drawn along the thing or, with the other button, along what it is not; with Shift closely around it, and then nothing beyond the line is meant.</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/legend.py" />
   <source>Lines of the plot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>LoRA</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load</source>
   <extracomment>node load.audio; node load.clip; node load.image; node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load Audio</source>
   <extracomment>node load.audio</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load Clip</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load Image</source>
   <extracomment>node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load Masks</source>
   <extracomment>node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load a still picture: PNG, JPEG, TIFF, WebP, BMP or TGA.</source>
   <extracomment>node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load a video file, or a run of numbered pictures as a clip.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load masks that were made or corrected elsewhere, as Export Masks writes them.</source>
   <extracomment>node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load sound: dialogue, music or effects from a sound file, or the sound of a video.</source>
   <extracomment>node load.audio</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/drops.py" />
   <source>Load {count} Files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/drops.py" />
   <source>Load {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/lending.py" />
   <source>Loading {title}, {done} of {total} parts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/lending.py" />
   <source>Loading {title}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Lock Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Lock Transparency</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Lock a seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Lock layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/seed_editor.py" />
   <source>Lock the seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/seed_editor.py" />
   <source>Lock the seed: it is neither typed nor thrown until it is unlocked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Lock to This Node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Lock transparency</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Log</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/speaking.py" />
   <source>Look Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>Look at every byte of {model}, in the background.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/grounding_dino.py" />
   <source>Look for fewer things, or in shorter words.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Look in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/depth.py" />
   <source>Looking at every frame.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <location filename="../../app/window/missing_files.py" />
   <location filename="../../app/window/own_folder_dialog.py" />
   <location filename="../../widgets/models/model_list.py" />
   <source>Looking …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Loras</source>
   <extracomment>kinds of value; node generate.lora; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Louder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low noise</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/trim.py" />
   <source>Lower first or length, or use Fit Length to hold the last frame.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>Lower the frame rate, or choose another codec.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MIT is what OpenAI says of CLIP; this repository names no licence.</source>
   <extracomment>part clip-vit-large</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>Made</source>
   <extracomment>node frame.paste_back; node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/following.py" />
   <source>Made by {title}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/details.py" />
   <source>Made for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/model_words.py" />
   <source>Made with {model}: {precision}, {device}, {offload}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/vace_film.py" />
   <source>Made without VACE, by what is built in: masked areas show the ground that other frames show. Nothing new was painted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/vace_film.py" />
   <source>Made without VACE, by what is built in: the frames between keys are drawn along their motion. Nothing new was painted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Make Background This Panel's Own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make a clip as long as needed by holding its last frame, and say how many were added.</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make a mask from a picture: from how bright it is, or from its transparency.</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <source>Make background the panel's own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/lifting.py" />
   <source>Make every frame alike, for instance with Resize.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/pasting.py" />
   <source>Make every frame of the region, or trim the film in front of Work Region.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make film with VACE: from words, references, keyframes, masks and controls.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/matte.py" />
   <source>Make it from what was made in the region, or fit its length.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>Make it in parts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>Make it, or choose another folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make masks of things that have boxes: their silhouettes, or the boxes as they are.</source>
   <extracomment>node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/token_dialog.py" />
   <source>Make one on the hub</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make random masks for a clip, as inpainting models are trained and tested with.</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/writer.py" />
   <source>Make room, or save to another disk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/framing.py" />
   <source>Make the cropped area larger.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>Make the film and write it to a file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Make the in-between under the playhead a panel to draw on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/agreement.py" />
   <location filename="../../nodes/library/motion/refine.py" />
   <location filename="../../pipelines/vace/conditioning.py" />
   <source>Make the mask from this clip, or fit its length.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/framing.py" />
   <source>Make the placement from this picture's size.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make the storyboard move: draw the frames between panels, as an in-betweener does.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>Make this brush what it was at first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>Make two things of it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make width and height larger until they are multiples of this; models often want 16.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/field_row.py" />
   <location filename="../../widgets/inspector/socket_button.py" />
   <source>Make {name} a value again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Makes and edits video from keyframes, masks, references and words.</source>
   <extracomment>model wan-vace-1.3b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Makes video from words alone.</source>
   <extracomment>model wan-text-1.3b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/top_bar.py" />
   <source>Making the film …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Making video</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Margin</source>
   <extracomment>node frame.work_region; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Mark In</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Mark Out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/segmentation/spans.py" />
   <source>Mark the thing on one frame first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Marker</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/brush_tool.py" />
   <source>Marker stroke</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marks</source>
   <extracomment>node export.frames; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Mask</source>
   <extracomment>kinds of value; node convert.mask_to_image; node frame.outpaint_canvas; node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask Ellipse</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask Eraser</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>Mask Keys and Objects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask Lasso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask Overlay</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask Painter</source>
   <extracomment>node mask.paint</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask Polygon</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask Rectangle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask Statistics</source>
   <extracomment>node mask.statistics</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask To Image</source>
   <extracomment>node convert.mask_to_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>Mask Tools</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask as Cut-Out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask as Matte</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask as Outline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Mask as Overlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/sight.py" />
   <source>Mask by pointing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask clip</source>
   <extracomment>kinds of value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask from Image</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask to Latent Grid</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>Mask tools</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_row.py" />
   <source>Mask {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Masked objects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/commands.py" />
   <source>Masks</source>
   <extracomment>node control.layout; node export.experiment_log; node export.masks; node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Masks and objects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Masks as run lengths</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Masks from clicks and boxes, followed through a clip.</source>
   <extracomment>model sam2-tiny</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/outlining.py" />
   <source>Masks of {len} {things}{made}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Match</source>
   <extracomment>node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Matte</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/following.py" />
   <source>Mean confidence {mean} over {len} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measure a clip against the true one, beside copying the last key frame and a cross-fade.</source>
   <extracomment>node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measure a mask on each frame: how much it covers, where its middle is, how far that moves.</source>
   <extracomment>node mask.statistics</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measure on each frame how much the edge of what was pasted shows.</source>
   <extracomment>node review.seams</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/cache_box.py" />
   <source>Measuring …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/details.py" />
   <source>Memory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Merge Visible Drawings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Merge layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Merge visible layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Merge with the Layer Below</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Method</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Middle of the Widest Gap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Min confidence</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/canvas/minimap.py" />
   <source>Minimap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>Mirror</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Mirror the View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Missing Files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Missing file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Missing files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Missing: {missing}. Found again: {found}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mix</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>Mix it down to stereo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mode</source>
   <extracomment>node image.blend; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Model</source>
   <extracomment>node control.depth; node control.pose; node generate.lora; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_models_row.py" />
   <source>Model: {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_row.py" />
   <source>Model: {name}, {place}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <location filename="../../app/window/settings_dialog.py" />
   <location filename="../../widgets/models/model_list.py" />
   <source>Models</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/refusals.py" />
   <source>Models that waited were let go of. Choose a smaller picture or fewer frames, fp8 for its precision, or more offloading (parts, then blocks); or close other programs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Models …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>More</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>More about layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/transfer.py" />
   <source>More came of “{_name}” than was promised.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Motion</source>
   <extracomment>node motion.corrupt; node motion.in_between; node motion.keyframe_levels; node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Motion Path</source>
   <extracomment>node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Motion by Hand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Motion of the Other Gap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/gap_easing_row.py" />
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Move</source>
   <extracomment>node motion.path; node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Move Layer Down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Move Layer Up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Move Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Move Panels Left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Move Panels Right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>Move Wire &amp;Earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>Move Wire &amp;Later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Move in this gap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>Move it up first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Move key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Move mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>Move panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>Move panels left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>Move panels right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/transform_tool.py" />
   <source>Move pivot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/lasso_tool.py" />
   <source>Move selection</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/easing.py" />
   <source>Move the handle back between the two ends.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Move the object down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Move the object up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>Move the playhead into a move.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>Move the playhead into the frames of the move.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Move {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Move {nodes} into wire</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/strip/labels.py" />
   <source>Moving for {count} frames</source>
   <extracomment>for one: Moving for {count} frame</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Multiple</source>
   <extracomment>node frame.outpaint_canvas; node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Multiply</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Mute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline_model.py" />
   <source>Name</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/between_keys.py" />
   <source>Name frames by numbers, counted from 0: 0 12 24.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/levels.py" />
   <source>Name keys by their frames, counted from 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/shot_names_row.py" />
   <source>Name of shot {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Name of the files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <source>Name of the film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/shot_name_field.py" />
   <source>Name of the shot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Name the Shot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/codecs.py" />
   <source>Name the file with {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/levels.py" />
   <source>Name the sets from coarse to fine, each with frames of its own.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Names</source>
   <extracomment>node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Names of shots, as pairs of id and name.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Names of the results with commas between; empty for those of their nodes.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>Native</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nearest</source>
   <extracomment>node frame.resize; node frame.restore; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nearest shows the frame that is on screen at that moment, untouched; blended mixes the two frames around it, which is smoother and softer.</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Needs about {sizes}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Negative</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>Network and Token …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>New Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>New keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <location filename="../../widgets/strip/editing.py" />
   <location filename="../../widgets/strip/story_strip.py" />
   <source>New panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Next Aspect Guide</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Next Dip of the Plot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Next Key of Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Next Kind of Joint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Next Masked Object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Next Move That Holds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Next Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/view_keys.py" />
   <source>Next View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Next View of Transparency</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Next Way of Comparing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>No Keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/lora.py" />
   <source>No LoRA is chosen yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>No Underlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masks.py" />
   <source>No brightness lies between {low} and {high}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/clip.py" />
   <source>No clip is chosen yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <location filename="../../widgets/inspector/label_colours.py" />
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>No colour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/command_palette.py" />
   <source>No command is called that.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_pane.py" />
   <source>No curves yet: they come with a run.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/seams.py" />
   <source>No frame has an edge of the mask in the picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>No keys clash.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/search_popup.py" />
   <source>No kind of node fits this wire.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/label_commands.py" />
   <source>No label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/masks.py" />
   <source>No masks are chosen yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/model_list.py" />
   <source>No model is called that. Clear the search to see them all.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/catalogue.py" />
   <source>No model is called “{model_id}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/lent_models.py" />
   <source>No model is lent here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>No move is known to hold.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/search_popup.py" />
   <source>No node fits these letters. Delete some of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/snapshot.py" />
   <source>No node has a parameter “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>No other program plays films here. It is {path}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/source_dialog.py" />
   <source>No output here fits “{socket}”. Add a node that gives it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>No path yet for {frames}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/image.py" />
   <source>No picture is chosen yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>No program shows folders. The film is {path}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>No project can be begun.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/proxies.py" />
   <source>No proxy of “{name}”: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/audio.py" />
   <source>No sound is chosen yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/outlining.py" />
   <source>No thing is chosen: the mask is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No things whose label has one of these words.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_pane.py" />
   <source>No worst frame</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/view.py" />
   <source>Node canvas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>Nodes of one level can be grouped. Select nodes side by side.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/search_popup.py" />
   <source>Nodes that were found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Noise</source>
   <extracomment>node motion.corrupt; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_editor.py" />
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>None</source>
   <extracomment>node control.depth; node control.pose; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>None is ticked: all of them go on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None shows the film pixel for pixel, and the way back is exact. Constant brings the film to the width and height, always by the same factor. Following comes closer while the mask is small, slowly.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None, more of it far from keys (dist), or on all frames alike (gauss).</source>
   <extracomment>node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Normal</source>
   <extracomment>node export.video; node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Not downloaded</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_notice.py" />
   <source>Not finished when the program ended: {models}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Not in the film; leaves the storyboard as a reference picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Not in the film; leaves the storyboard to steer a model.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Not in the film; seen on the paper, and as notes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Not in the film; where it is painted, the mask is white.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/footers.py" />
   <source>Not installed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/details.py" />
   <source>Not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/probe.py" />
   <source>Not one frame of “{name}” can be decoded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Not protected from paint of the others</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <location filename="../../widgets/viewer/backdrop.py" />
   <source>Not run</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Note</source>
   <extracomment>node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Notes</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <location filename="../../widgets/paper/layers_panel.py" />
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Nothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/finding.py" />
   <source>Nothing built in finds things by words.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/depth.py" />
   <source>Nothing built in sees depth.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/pose.py" />
   <source>Nothing built in sees poses.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>Nothing changed; its result was no longer kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>Nothing else is affected. Put a node that converts between them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/running.py" />
   <source>Nothing here is left to chance, or every seed is locked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/transform_tool.py" />
   <source>Nothing is drawn on this layer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/motion_tool.py" />
   <source>Nothing is drawn on this layer. Choose another to set its motion.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <location filename="../../widgets/paper/tools/lasso_tool.py" />
   <source>Nothing is drawn there on this layer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/following.py" />
   <source>Nothing is followed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Nothing is here yet. Press Tab or double-click to add a node.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Nothing is kept to pin. Run this node itself first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/frame/crop.py" />
   <source>Nothing is left of a picture of {width}x{height}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/frames/exchange.py" />
   <source>Nothing is lost. Look at it again to try once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Nothing is masked yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <source>Nothing is overwritten.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Nothing is overwritten: a name that is taken gets a number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/inspector.py" />
   <source>Nothing is selected.

Select a node to see what it does and what can be set on it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>Nothing is to be made: all of every frame is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>Nothing moves between these panels: their layers are drawn alike.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/motion/refine.py" />
   <source>Nothing says which frames are drawings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>Nothing says yet what the film is: add an Export Video node.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/lazy_linking.py" />
   <source>Nothing that one of them gives fits the other.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/backdrop.py" />
   <source>Nothing to see</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/refusals.py" />
   <source>Nothing was changed. Close it there first, or open it to look at only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>Nothing was changed. Duplicate the node to use it twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/toml_entries.py" />
   <source>Nothing was changed. Mend that line, or take the file away.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>Nothing was changed. Put a node that converts between them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>Nothing was changed. Take another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>Nothing was fetched. Another revision or repository may hold them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>Nothing was fetched. Copy the file to a local folder and choose it there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>Nothing was fetched. Free some space, or keep models on another disk (HF_HOME).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>Nothing was fetched. Mend its rights, or name another in HF_HUB_CACHE.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>Nothing was fetched. Update Storyloom, or look who changed the repository.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>Nothing was fetched. Write it as in “https://huggingface.co”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/segment.py" />
   <source>Nothing was found of “{strip}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>Nothing was found. Ask for other words, or for a lower score.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/generation.py" />
   <source>Nothing was kept. Choose bf16 or fp32 for its precision, or a lower guidance; if it happens again, have the model's files checked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>Nothing was left behind. Check the folder's permissions, or choose another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/store.py" />
   <source>Nothing was loaded. Put the right files there; they are looked at again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/store.py" />
   <source>Nothing was loaded. Remove it and fetch it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/loras.py" />
   <source>Nothing was made. Choose one that was made for this very model and size, as 1.3B or 14B; keys of diffusers, Wan and musubi are known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/experiment_log.py" />
   <source>Nothing was measured yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/running.py" />
   <source>Nothing was read. Allow it once if you trust this project.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/work.py" />
   <source>Nothing was written. Allow it, or choose a file within the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/folders.py" />
   <source>Nothing was written. Choose another folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>Nothing was written. Free some space, or choose another disk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/numbered.py" />
   <location filename="../../pipelines/media/recording.py" />
   <source>Nothing was written. Run the export again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number</source>
   <extracomment>kinds of value; node convert.number_to_text; node export.frames; node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number To Text</source>
   <extracomment>node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbers such as 1, 0.5 by which the model's layers heed it, from first to last; fewer than it has are spread over them. Empty: all alike.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/easel.py" />
   <source>Object {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Objects</source>
   <extracomment>kinds of value; node control.layout; node control.pose; node convert.objects_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Objects To Text</source>
   <extracomment>node convert.objects_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Of each area of a mask a box, or its outline; found things always have boxes.</source>
   <extracomment>node control.layout</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Of two boxes of one label that overlap by more, only the surer one stays.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <location filename="../../widgets/inspector/switch_editor.py" />
   <source>Off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>Offline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Offload</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <location filename="../../widgets/inspector/switch_editor.py" />
   <source>On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>On disk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/experiment_log.py" />
   <source>On held-out scenes it {verdict} the interpolator: {gain} dB, better in {wins} of the samples. The best validation was {best} dB at step {best_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/seams.py" />
   <source>On no frame does the edge show clearly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/motion/in_between.py" />
   <source>On the processor, nothing to download. A learned model would turn things around too.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/remove.py" />
   <source>On the processor, nothing to download. It shows what the shot itself shows on other frames; a video model would invent what is never seen.</source>
   <extracomment>node mask.remove</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <location filename="../../widgets/inspector/named_models_row.py" />
   <source>On this machine: {fits}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On, the clip's own sound stays and both are heard; off, it is replaced.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>One Frame Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>One Frame Longer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>One Frame On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>One Frame Shorter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>One Frame …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masks.py" />
   <source>One mask is {width} x {height}, another {width_} x {height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/backdrop.py" />
   <source>One moment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>One picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One step</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One step refines each frame once. Levels makes the middle frame first and then goes on between it and its neighbours, as often as the gap can be halved. It takes twice the time, and on drawings it is seldom better.</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Onion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Onion Skin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Onion Skin Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Onion skin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/tiles.py" />
   <source>Only an 8-bit picture with alpha can be cut to tiles.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/clips.py" />
   <source>Only the first {CLIP_SOUND_LIMIT_S} minutes of its sound are read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/full_screen.py" />
   <source>Only the paper and its tools; Escape leaves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only things whose label has one of these words, where there are any.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <location filename="../../widgets/paper/layers_panel.py" />
   <location filename="../../widgets/paper/onion_panel.py" />
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Opacity</source>
   <extracomment>node image.blend; node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>Opacity of the overlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>Open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>Open &amp;Recent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>Open a backup of it: the three saves before lie beside it as .bak1, .bak2 and .bak3.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/tiles.py" />
   <source>Open a backup of the project, or paint over the gap.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>Open a project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/tile_reader.py" />
   <source>Open the project again, and run it from there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/writer.py" />
   <source>Open the project again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Open …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>OpenTimelineIO</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>OpenTimelineIO, for editing programs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Operation</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Optical flow</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <location filename="../../widgets/theme.py" />
   <source>Orange</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>Order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Original</source>
   <extracomment>node frame.restore; node image.composite; node review.seams</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/label_colours.py" />
   <source>Other colour …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/missing_file.py" />
   <source>Other missing files that lie beside it are found along with it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/running.py" />
   <source>Other seeds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Others</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Out</source>
   <extracomment>node control.depth; node control.flow; node control.gray; node control.layout</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>Out of date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/commands.py" />
   <source>Outline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline_tree.py" />
   <source>Outline of the graph</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outlines</source>
   <extracomment>node control.layout</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outpaint Canvas</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Output</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output 1</source>
   <extracomment>node mask.boxes; node mask.paint; node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output 2</source>
   <extracomment>node mask.boxes; node mask.paint; node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output 3</source>
   <extracomment>node mask.boxes; node mask.paint; node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output 4</source>
   <extracomment>node mask.boxes; node mask.paint; node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Output of its own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Output of the object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Output {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/source_dialog.py" />
   <source>Outputs that fit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outside</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outside adds the ramp around the mask, inside takes it from the mask, across is centred on the outline.</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Over</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Over how many frames movements are smoothed; 0 follows the mask exactly.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Over the picture, or in a second column beside it.</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Overlap</source>
   <extracomment>node frame.outpaint_canvas; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Overlay</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Own output</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>P&amp;lay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PDF</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PDF with pictures and words; PNG, one picture a panel in a new folder; sheet, all panels on one picture; OpenTimelineIO or EDL for an editing program, a clip for each panel; CSV for a table.</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>PDF with pictures, dialogue and notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PNG</source>
   <extracomment>node export.masks; node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>PSNR</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>PSNR where it moves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Paint a Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Paint a Mask Here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/placing.py" />
   <source>Paint a mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Paint mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paint masks on a few frames of a clip, and have them follow what they cover on the others.</source>
   <extracomment>node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paint masks over a clip by hand: on some frames, with the frames between made for you.</source>
   <extracomment>node mask.paint</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Paint over the picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Paint over the picture: what is masked stands here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/pointing.py" />
   <source>Paint the thing roughly on this frame first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Painted on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Palette at the Pen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_palette.py" />
   <source>Palette at the pen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/inspector/panel_sheet.py" />
   <source>Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/timing.py" />
   <source>Panel {id} lasts {duration} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/paper/share_dialog.py" />
   <source>Panel {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>Panel {number} changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_bar.py" />
   <location filename="../../widgets/strip/labels.py" />
   <source>Panel {number} of {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/share_dialog.py" />
   <source>Panels</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Panels after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Panels before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Panels side by side</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/commands.py" />
   <location filename="../../widgets/paper/paper_view.py" />
   <source>Paper</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/stage.py" />
   <source>Paper and film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>Parameter {name}, {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Part of the film; moves between panels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Part of the film; panels can share it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Part of the joined mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Partly here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Partly here, {here} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parts</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>Parts: one at a time on the card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Paste</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paste Back</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Paste Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Paste as Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/pasting.py" />
   <source>Paste into the film that the region was cut from, or one just as large and long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>Paste panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Paste {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/incoming.py" />
   <source>Pasted</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Path</source>
   <extracomment>node export.experiment_log; node export.frames; node export.masks; node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paths</source>
   <extracomment>kinds of value; node motion.in_between; node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <location filename="../../app/window/run_panel.py" />
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <location filename="../../app/window/top_bar.py" />
   <source>Paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Paused at {percent} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Paused. Waiting: {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Pencil</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/brush_tool.py" />
   <source>Pencil stroke</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Pick Colour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/colour_editor.py" />
   <source>Pick a colour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Pick the colour from the picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/colour_editor.py" />
   <source>Pick: {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/picture_view.py" />
   <source>Picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Picture on This Node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Picture: {file}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/dropping.py" />
   <source>Pictures ({endings})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures and panels are kept for at least so many frames.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures in a row.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Pictures on Nodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Pictures, a PNG for each panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pieces</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/recovery.py" />
   <source>Pieces of drawings that are missing: {missing}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/outlining.py" />
   <source>Pin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Pin This Result</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Pin the result of {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Pink</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>Pinned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Pivot to the middle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels by which a grown or box mask is wider than the mask.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels by which the mask that comes out is wider, so that there is room for edges and shadows. Paste Back knows of it.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels of the picture, along what is new, that are made again.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels of the square that the model looks at; smaller is many times quicker, and misses fine parts. What is built in has its own.</source>
   <extracomment>node mask.boxes; node mask.propagate; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to a side of a token; 16 for Wan (8 of its VAE, 2 of its patches), 32 for LTX.</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the bottom.</source>
   <extracomment>node frame.outpaint_canvas; node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the left.</source>
   <extracomment>node frame.outpaint_canvas; node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the right.</source>
   <extracomment>node frame.outpaint_canvas; node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the top.</source>
   <extracomment>node frame.outpaint_canvas; node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the bottom.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the left.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the right.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the top.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plate</source>
   <extracomment>node mask.remove</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <location filename="../../widgets/viewer/transport.py" />
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Play</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Play (Space)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Play Again and Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Play Backwards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>Play Last Film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play a clip backwards, sound included.</source>
   <extracomment>node time.reverse</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play a clip faster or slower, or bring it to another frame rate.</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play a storyboard as an animatic: every panel is held for as long as it lasts.</source>
   <extracomment>node convert.storyboard_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Play the Animatic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_bar.py" />
   <source>Play the storyboard on the paper (Space)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Play, Faster Each Time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_view.py" />
   <source>Plot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Plot Under the Ruler</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Plug-ins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Png, one picture a frame, and ffv1, a grey film, keep every level to the last bit. h264 and prores are grey films that lose a little at soft edges: some levels of 255 in ProRes, a tenth of the range in H.264. prores-4444-alpha and ffv1-alpha are films of the clip that is wired in, with the mask as their alpha: the alpha is kept to the last bit by both, the colours by FFV1 only. coco is a JSON file with the mask of each frame as compressed run lengths, its area and its box; it knows only black and white, soft edges are cut at one half.</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Point at a thing in a clip and get its mask on every frame.</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Point at the Thing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Point with a Box</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Point with a Lasso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Point with a Scribble</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/curve_view.py" />
   <source>Points at {places}. Space: next point; arrow keys move it, Delete removes it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Points that belong to the thing or, with the other button, do not.</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polish in-betweens: where the two drawings disagree about a frame, make up its mind.</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Portrait</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pose Control</source>
   <extracomment>node control.pose</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Precision</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>Press Run to see its result.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/eyedropper.py" />
   <source>Press on the colour. Arrows move the ring, Enter takes it, Esc: done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Pressure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>Pressure and tilt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Pressure curve</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Pressure curve, presets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Pressure to the right, its effect upwards. Double-click an even curve to add a point.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/layer_painting.py" />
   <source>Preview</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Previous Dip of the Plot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Previous Key of Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Previous Panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/view_keys.py" />
   <source>Previous View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print dialogue and notes below each panel, or the prompt where there are no notes.</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ProRes 4444</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ProRes HQ</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_wish_form.py" />
   <source>Processor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/top_bar.py" />
   <source>Progress of the node at work</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/bars.py" />
   <source>Project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Prompt</source>
   <extracomment>node generate.vace_inference; node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Propagate Mask</source>
   <extracomment>node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prores</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prores-4444-alpha</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Protect object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Protected: paint of the others does not cover it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Pull out {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/theme.py" />
   <source>Purple</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/layout.py" />
   <source>Put Fit Length before the masks, or Trim before the clip.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/lifting.py" />
   <source>Put Fit Length or Trim before the shorter or longer one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Put Pivot of the Layer to Its Middle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Put Resize before one of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>Put Retime before one of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put a new picture into the original where the mask is white; the rest stays to the last bit.</source>
   <extracomment>node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put a sound under a clip.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put back to the last bit what the mask keeps, where the model came only near to it; along a soft edge of the mask both are mixed.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put pictures or clips on a larger canvas, and get the mask of what is to be made around them.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/footage.py" />
   <source>Put some in: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/absence.py" />
   <source>Put the files there, or mend the folder in models.toml.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/node_help.py" />
   <source>Put the nodes of the example below this one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put what was made in a work region back into its film, each frame where it belongs.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quality</source>
   <extracomment>node export.video; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Queue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Queue ({count})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>Queue of runs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Quieter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Qwen's research licence: not for commercial use.</source>
   <extracomment>part qwen2.5-vl-3b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>R&amp;un This Node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Radius</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raises or lowers the blacks and leaves white where it is.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Random Masks</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/details.py" />
   <source>Random weights: whatever it makes is noise.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ratio</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline.py" />
   <source>Re&amp;name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>Re&amp;place a Thing in a Film …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reactive</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read a black-and-white picture as a mask: bright is generated, dark is kept.</source>
   <extracomment>node convert.image_to_mask</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read objects with their boxes from a JSON text, as another program or a person wrote it.</source>
   <extracomment>node convert.text_to_objects</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <location filename="../../app/window/questions.py" />
   <source>Read {path}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Recent projects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reconstruct</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <location filename="../../widgets/paper/tools/shape_tool.py" />
   <source>Rectangle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rectangles</source>
   <extracomment>node mask.boxes; node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rectangles, strokes, or both.</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <location filename="../../widgets/theme.py" />
   <source>Red</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Reference</source>
   <extracomment>node export.experiment_log; node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/recipes.py" />
   <source>Reference: picture alone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>References</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Refine</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Refine to the Thing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Refiner</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Region</source>
   <extracomment>kinds of value; node frame.paste_back; node frame.work_region; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Relink files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>Relink it, or put it back at {path}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/decoders.py" />
   <source>Reload it to see what it is now; earlier results are kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>Reload the sequence to see what it is now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <location filename="../../app/window/notifier.py" />
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/models/fetch_row.py" />
   <source>Remove</source>
   <extracomment>node mask.remove</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Remove Underlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/cache_box.py" />
   <source>Remove all kept results. They are made again when needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>Remove one of its links.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>Remove the link.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Remove underlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Remove {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/inspector/inspector.py" />
   <source>Rename</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>Rename Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Rename layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Rename node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Rename object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/shot_names_row.py" />
   <location filename="../../widgets/strip/editing.py" />
   <source>Rename the shot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Reorder layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/easel.py" />
   <source>Reorder objects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/steps.py" />
   <source>Reorder {socket}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Replace Node…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Replace a thing in a shot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Replace {nodes} by {kind}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/report_text.py" />
   <source>Report</source>
   <extracomment>kinds of value; node convert.report_to_text; node mask.boxes; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report To Text</source>
   <extracomment>node convert.report_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Research. A model does not see pixels: it sees cells of some pixels, and several frames at once after the first. A cell is white where the mask covers more of it than the threshold on any of its frames. Lay it over the film with Mask Overlay to see how much more than the mask a model will make anew.

Example: a thin cable at cell 16: three times as wide in the grid as in the mask.</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Research. Rectangles and strokes are laid until the wanted share of the picture is white. With masks of things wired, some of the masks have the shape of one of them instead, moved, scaled and mirrored by chance. The same seed gives the same masks.

Example: things from Propagate Mask, ratio 0.7: seven of ten masks are object-shaped.</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Research. The coarsest level has the given keys and both ends of the clip; each level below it adds the middle frame of every gap, until level 0 has them all. The refiner goes down through them: what it made at one level are keys of the next, though only as proposals. An end that is not a given key shows the nearest one.

Example: every 16, level 2: frames 0, 4, 8 ... of a film of 65 frames.</source>
   <extracomment>node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Research. This is the forward process that the refiner learns to undo, where other diffusion models add noise alone. Beside the film itself it shows what a gap costs; Keyframe Levels shows which frames are keys. Given keys are never touched.

Example: every 16 and level 4: what optical flow alone makes of two thirds of a second.</source>
   <extracomment>node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Reset</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Reset All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Reset Layout</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Reset the Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Reset the size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Reset {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Reset {name} to {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Resize</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Resize backdrop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>Resize it to the size of the others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>Resize it, or move it out of the folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/conversions.py" />
   <location filename="../../pipelines/metrics/planes.py" />
   <source>Resize one of them first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/agreement.py" />
   <location filename="../../nodes/library/review/mask_overlay.py" />
   <location filename="../../pipelines/blend.py" />
   <location filename="../../pipelines/boundary.py" />
   <location filename="../../pipelines/masks.py" />
   <source>Resize one of them to the size of the other.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/score.py" />
   <source>Resize one of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restore</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Results</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/result_store.py" />
   <source>Results cannot be written to {folder}: {strerror}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/result_store.py" />
   <source>Results cannot be written: no permission for {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <location filename="../../app/window/notifier.py" />
   <location filename="../../app/window/run_panel.py" />
   <source>Resume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/farewell.py" />
   <source>Resume the queue to run them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Retime</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/gestures.py" />
   <source>Retime the panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <location filename="../../widgets/models/fetch_row.py" />
   <source>Retry</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reverse</source>
   <extracomment>node time.reverse</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Review</source>
   <extracomment>node review.contact_sheet; node review.mask_overlay; node review.note; node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Review: compare and judge the film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Rewire</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Right</source>
   <extracomment>node frame.crop; node frame.outpaint_canvas; node frame.pad; node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ring</source>
   <extracomment>node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/gestures.py" />
   <source>Roll the border</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/top_bar.py" />
   <source>Rooms</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/notifier.py" />
   <location filename="../../widgets/viewer/picture_view.py" />
   <source>Run</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>Run &amp;Again with Other Seeds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>Run &amp;Earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>Run &amp;Exports</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>Run &amp;Later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/notifier.py" />
   <location filename="../../app/window/run_panel.py" />
   <source>Run Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Run What Is Looked At</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/stored_frames.py" />
   <source>Run again: only what is missing is made.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/serve.py" />
   <source>Run it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/running.py" />
   <source>Run the exports</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/lent_models.py" />
   <source>Run the node.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>Run the node: what is found stands here, to be ticked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/running.py" />
   <source>Run {count} nodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/running.py" />
   <source>Run {names}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>Running, {percent} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/commands.py" />
   <source>Runs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <source>Runs ask again before they touch the chosen files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <source>Runs of “{name}” ask before they touch files outside its folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <source>Runs of “{name}” may touch these files outside its folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/farewell.py" />
   <source>Runs that had not ended wait in the paused queue: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>Runs wait here. Drag them into another order.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>SSIM</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Safe Areas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Same as the input</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sampling</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saturation</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>Save &amp;As …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Save As …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Save Here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/writer.py" />
   <source>Save it in another folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>Save it smaller, then choose it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>Save it with 8 or 16 bits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>Save it with at most {SIDE_LIMIT} pixels a side and 89 megapixels in all.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Save the log</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>Save the project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/project_files.py" />
   <source>Save under another name to keep both.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/speaking.py" />
   <source>Saved to {path}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Saving here replaces that; a backup is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/speaking.py" />
   <source>Saving …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Say what VACE is to go by, and look at what it sees.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>Scale it to at most {SIDE_LIMIT} pixels a side.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scheduler</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Score</source>
   <extracomment>node export.experiment_log; node mask.detect; node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/found/found_list.py" />
   <source>Score {score}, {share} of the picture, frames {first} to {last}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_words.py" />
   <source>Screen</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>Se&amp;ttings …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/seams.py" />
   <source>Seam {mean} on average over {len} frames; 1 is none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seams</source>
   <extracomment>node review.seams</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/command_palette.py" />
   <source>Search commands</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Search commands or keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/search_popup.py" />
   <source>Search for a node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>See which models are here, and download others</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seed</source>
   <extracomment>node frame.paste_back; node generate.vace_inference; node mask.random; node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Segment</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Select All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Select a part of the drawing with the lasso first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/mask_painting.py" />
   <source>Select one node that gives a clip, to paint a mask over it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Select the node and paint on the picture in the viewer. Painting on a frame makes a key there; between keys the outline moves from one shape to the next, or the first one holds. Several objects with names and colours are painted apart and come out joined as the mask; each can have an output of its own as well. A stroke makes again only the frames up to the neighbouring keys. What is painted stays when the clip changes.

Example: a ball painted on frames 0, 12 and 24, white on black in between, to Inpaint it away.</source>
   <extracomment>node mask.paint</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Selection to a Layer of Its Own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Selection to a layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>Set a Token …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>Set its frame rate.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/paint.py" />
   <location filename="../../nodes/library/mask/propagate.py" />
   <source>Set size to its width and height in pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Set the Duration …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/strip/editing.py" />
   <source>Set the duration</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/strip/editing.py" />
   <source>Set the joint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>Set the joint to in-between first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>Set the joint to in-between.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/strip/editing.py" />
   <location filename="../../widgets/strip/gestures.py" />
   <source>Set the length of the move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/motion_tool.py" />
   <source>Set the motion of “{layer}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Set the size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/gap_easing_row.py" />
   <source>Set the timing of a move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_row.py" />
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Set {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/hand.py" />
   <source>Set {name} by hand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/value_editing.py" />
   <source>Set {parameter}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Settings</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shadows</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Shape</source>
   <extracomment>node control.layout; node frame.outpaint_canvas; node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/share_dialog.py" />
   <source>Share</source>
   <extracomment>node frame.outpaint_canvas; node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Share Background with Panels …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/board.py" />
   <location filename="../../widgets/paper/share_dialog.py" />
   <source>Share background</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>Shared with {count} other panels</source>
   <extracomment>for one: Shared with 1 other panel</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Sharpness</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sheet</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <location filename="../../widgets/shortcut_editor.py" />
   <source>Shortcuts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shot</source>
   <extracomment>node story.storyboard; node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shot names</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shot_names.py" />
   <source>Shot {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_view.py" />
   <source>Shot “{id}”. Double-click to name it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Show &amp;Details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Show All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Show All Panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>Show Last Film in Folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Show Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/models.py" />
   <source>Show Models</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Show Selected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Show This Layer Alone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Show Wiring</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show a film as the refiner is given it at a level: keys, and what is made between them.</source>
   <extracomment>node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show a mask as a grey picture of three channels and 8 bits.</source>
   <extracomment>node convert.mask_to_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show a mask in a colour over its picture, to check it or to put it into a log.</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/contact_sheet.py" />
   <source>Show fewer frames, or make them smaller.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show films beside each other, each with its name below, to compare them frame by frame.</source>
   <extracomment>node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show how bodies stand and move as coloured limbs on black, to guide a video model with them.</source>
   <extracomment>node control.pose</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show how each frame moves on from the one before it, as the colours of optical flow.</source>
   <extracomment>node control.flow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show how near things are, bright is near, to guide a video model with the space of a film.</source>
   <extracomment>node control.depth</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>Show in Folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_models_row.py" />
   <source>Show it in the window of models</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Show layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Show object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Show on Group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Show pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Show the picture of {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>Show what is to be merged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show where things lie as black outlines on white, to tell a video model what goes where.</source>
   <extracomment>node control.layout</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show which frames the refiner takes for keys at a level; each stays until the next one.</source>
   <extracomment>node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show which tokens of a video model a mask touches, as blocks over the picture.</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Show {name} on the group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Show “{parameter}” on the group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Shown</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <location filename="../../widgets/masking/sight.py" />
   <source>Shrink Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Side by Side</source>
   <extracomment>node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Side by side</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sigma</source>
   <extracomment>node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Silhouettes</source>
   <extracomment>node frame.paste_back; node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Silhouettes, or rectangles, which move from one box to the next.</source>
   <extracomment>node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <location filename="../../widgets/masking/mask_bar.py" />
   <location filename="../../widgets/paper/brush_panel.py" />
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Size</source>
   <extracomment>node mask.paint; node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>Size of the brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Size presets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slow</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Smaller Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Smaller Mask Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smallest</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smoothing</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Snap Edges</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Snap the Marks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/finding.py" />
   <source>So it is on {others} more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>So many per cent of the picture's width and height are added on each side as well.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>So many per cent of the size of what is masked (the root of its area) are added to the width, so that the ramp of a thing that comes closer grows with it.</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Soft</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soften the edge of a mask, so that the new part melts into the old.</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Softer Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Softer Mask Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Something went wrong in Storyloom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sound</source>
   <extracomment>node export.video; node load.clip; node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Sounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Source</source>
   <extracomment>node export.experiment_log; node generate.vace_conditioning; node generate.vace_inference; node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Speed</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speed makes the clip shorter or longer, and its sound with it, at the same pitch. Frame rate keeps its length in seconds: use it to join a 30 fps clip to a 24 fps scene. Marks and shots move along.

Example: a speed of 0.5 with sampling blended shows a jump in slow motion.</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speed, or frame rate.</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_commands.py" />
   <source>Split at the Playhead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/masks.py" />
   <location filename="../../pipelines/coco_masks.py" />
   <source>Split it into parts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>Split the panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>Split the panel and change the copy.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Square</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/backdrop.py" />
   <source>Stale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/layer_painting.py" />
   <source>Stale: made before the last change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_pane.py" />
   <source>Stand still and keep what has come. Nothing new begins.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start</source>
   <extracomment>node generate.vace_conditioning; node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Start nothing new. What runs goes on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/frames/exchange.py" />
   <source>Start the program again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>Started</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/starter_card.py" />
   <source>Starter project: {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Starting …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/outline_model.py" />
   <source>State</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>Steady</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>Step {index} of {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steps</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/recovery.py" />
   <source>Steps at the end that could not be read: {dropped}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steps of denoising; 30 is usual, few only with a LoRA made for it.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steps, guidance, shift and scheduler that are known to work, in the place of those below; those of CausVid and LightX2V need their LoRA.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>Steps, the newest last</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/top_bar.py" />
   <location filename="../../widgets/viewer/transport.py" />
   <source>Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Stop (Space)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Stop Playing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/fetch_row.py" />
   <source>Stop at once. What has come is kept: a later download goes on with it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Stop bypassing {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/top_bar.py" />
   <source>Stop the run and empty the queue. What is finished is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Storage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>Store View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/commands.py" />
   <source>Store View {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Store view {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Story</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/commands.py" />
   <location filename="../../widgets/strip/strip_bar.py" />
   <source>Storyboard</source>
   <extracomment>kinds of value; node convert.storyboard_to_clip; node export.panels; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Storyboard To Clip</source>
   <extracomment>node convert.storyboard_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_canvas.py" />
   <source>Storyboard strip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_bar.py" />
   <source>Storyboard tools</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/notifier.py" />
   <location filename="../../app/window/questions.py" />
   <source>Storyloom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>Storyloom never writes such a file. Ask its sender, or update Storyloom if a newer one wrote it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>Storyloom projects (*.loom)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/about.py" />
   <source>Storyloom {version}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strength</source>
   <extracomment>node generate.vace_inference; node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Strength of the underlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch</source>
   <extracomment>node frame.resize; node frame.restore; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strokes</source>
   <extracomment>kinds of value; node mask.random; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Subject</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>Swap the two times.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>Swap width and height</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/appearance.py" />
   <source>System</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Table of panels (CSV)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Take What Is Seen as a Key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Take a thing out of a shot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take a thing out of a shot: what stands behind it comes from the frames that show it.</source>
   <extracomment>node mask.remove</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>Take all ticks away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/sight.py" />
   <source>Take as a Key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/commands.py" />
   <source>Take from Mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>Take from mask</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/limbs.py" />
   <source>Take it off first: a layer cannot follow itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/score.py" />
   <location filename="../../pipelines/region/pasting.py" />
   <source>Take it out of the list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Take layer off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Take off this list. The file stays.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take only every n-th frame.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take the colours out of a picture, to have a video model colour it anew.</source>
   <extracomment>node control.gray</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Take {name} off the group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Take {name} off this list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Task</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Teal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells how alike two things look, for identity along a clip.</source>
   <extracomment>model dinov2-base</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells how far apart two pictures look.</source>
   <extracomment>model lpips-vgg</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells how near things are in a picture.</source>
   <extracomment>model depth-anything-v2-small</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells how well a picture fits words, as most published figures do.</source>
   <extracomment>model clip-vit-large</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tells how well a picture fits words.</source>
   <extracomment>model clip-vit-base</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Temperature</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Temporal consistency</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Temporal error</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>Temporal ratio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Ten Frames Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Ten Frames On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text</source>
   <extracomment>kinds of value; node convert.text_to_objects; node mask.detect; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text To Objects</source>
   <extracomment>node convert.text_to_objects</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Texts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/grounding_dino.py" />
   <source>That is too much to look for at once: {len} things.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <source>That name is taken. This film will be “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>That point lies beside the picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/flood.py" />
   <source>That point lies outside the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/flood.py" />
   <source>That point lies outside the selection.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/statistics.py" />
   <source>The area jumps on {len} frames: {_listed}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>The breakdown is being made …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The camera is followed on what is not masked, the ground behind is painted once as the clean plate, and each frame is filled from the frames next to it and from the plate, in its own light. Outside the mask every pixel stays to the last bit, and so does all of the thing that the mask misses: have it cover a little more, its shadow too if that is to go, with Grow Mask in front. Where it is doubtful, look at the masks first. This works without a download; what no frame of the shot ever shows is painted smoothly from around it, which is seen if it is large. Ground that moves by itself (water, crowds) or lies at many depths before a camera that travels comes out blurred; a shot whose camera stands or pans comes out best.

Example: a tennis player, boxed and clicked on every tenth frame in Segment, the mask grown by 6, gone from the court.</source>
   <extracomment>node mask.remove</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>The catalogue does not say how much memory it needs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/details.py" />
   <source>The chosen model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/share_dialog.py" />
   <source>The chosen panels get this background. It is one: a change on any changes all.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/statistics.py" />
   <location filename="../../nodes/library/motion/corrupt.py" />
   <location filename="../../nodes/library/motion/keyframe_levels.py" />
   <location filename="../../nodes/library/review/contact_sheet.py" />
   <location filename="../../nodes/library/time/fit_length.py" />
   <location filename="../../pipelines/frame_ranges.py" />
   <source>The clip has no frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/trim.py" />
   <source>The clip has no shot “{wanted}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/levels.py" />
   <source>The clip has {frames} frames. {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/pasting.py" />
   <source>The clip of keyframes is {size}x{size_} with {len} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refining.py" />
   <source>The clip was not made of this storyboard: its length or its format is another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>The clip would have {count} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>The clipboard holds no nodes. Copy some first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>The clipboard holds no panels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>The clipboard holds no picture. Copy one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/concatenate.py" />
   <source>The clips are tagged with different colour spaces; the first one's is used, and the others may look wrong.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/lifting.py" />
   <source>The clips that “{path}” is given differ in length: {said} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The colour of the mask.</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The colour of the paper under the drawings.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/colour.py" />
   <source>The colours are not tagged; read as {_MATRIX_NAMES}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>The colours of the original are left under the mask, so that it comes back and the reference is hardly followed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>The content of the file of {name} changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/framing.py" />
   <source>The crop leaves no pixel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The curve: how far the move has come when a share of its time has passed, and for how many frames each drawing stays.</source>
   <extracomment>node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/refusals.py" />
   <source>The damaged session is kept: {kept}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The deviation of the noise, of 0 to 1. Keys that are not given get a quarter.</source>
   <extracomment>node motion.corrupt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_pane.py" />
   <source>The dip before (Page Up in the plot)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The disk became full while fetching “{what}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>The disk became full while writing “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The distance of given keys, where none are named; the last frame is one too.</source>
   <extracomment>node motion.corrupt; node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/vace_film.py" />
   <source>The draft shows the first {len} of {count} frames, at the pace that the control has, and then holds the last one. Final makes all of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/database.py" />
   <source>The drawing is still open. Make room on the disk of your home folder, and save.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/tile_reader.py" />
   <source>The drawings are gone with the project that they belonged to.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_view.py" />
   <source>The drawings are too unlike, so the first holds and then the second.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/probe.py" />
   <source>The file asks for a rotation of {rotation}°; turned to the nearest quarter turn.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/clips.py" />
   <source>The file is cut short: {len}{promised} frames can be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/codec.py" />
   <location filename="../../nodes/project_file.py" />
   <source>The file is unchanged. Open one of its backups (.bak1 to .bak3).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/project_file.py" />
   <source>The file is unchanged. Update Storyloom to open it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The film comes back with its own size, depth, alpha, rate, length, sound and timecode; outside of the matte every pixel is the film's, to the last bit. What is pasted need not be all that was made: segment the new thing in what was made, and connect its masks as silhouettes. Then the matte is the old thing, the new one and its shadow, and everything else that the mask gave to the model is the film again. What is transparent in what was made shows the film.

silhouettes: masks of the new thing, as large as the region or as the film. shadows: masks of what it throws on its surroundings, of either size. keyframes: frames that were given and are to come back to the last bit at the keys, as large as the film or, where the region shows it pixel for pixel, as the region. film: another film to paste into, just as large and long as the one of the region. pasted: automatic pastes the silhouettes where there are some, and otherwise all that was made. soft: how wide the ramp around the matte is, in pixels of the film. colour: how far the colours of what was made are brought to those of the film by what both show around the matte; 0 leaves them. sharpness: how far edges are blurred or sharpened until they are as wide as those of the film around the matte; 0 leaves them. For things that lie as far from the camera as what is around. grain: how much of the noise that what was made lacks is added, as strong, as coarse and as coloured as in the film around the matte; 0 adds none. Where the film has none, nothing is added. seed: another number is other noise. keys: frames, as 0, 12, 40, that come back as they were given: those of the keyframes, or of the film where none are connected.

Example: a mug in a 4K film, repainted by a model as a teapot at 832x480; only teapot, mug and the marked shadow are pasted.</source>
   <extracomment>node frame.paste_back</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_film.py" />
   <source>The film plays on the paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The film, the folder of numbered pictures or their pattern, or the JSON file. One outside the project's folder is read only after you agree.</source>
   <extracomment>node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The first and last frame, such as 12-48, counted from 0; empty for all.</source>
   <extracomment>node export.frames; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The first frame to keep, counted from 0 (within the shot, if one is chosen).</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_row.py" />
   <source>The first move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/finding.py" />
   <source>The first {_MOST_ROWS} of {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/statistics.py" />
   <source>The first {_ROWS} of {len} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>The folder holds {len} runs of pictures; the longest is used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder of the experiments, within the project's folder; in it are logs/model-task_date.md, results/model/case.mp4 and results/model/images.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder of the pictures, or the name of the file, whose ending may be left out, within the project's folder; outside it you are asked first.</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The folder that models are fetched to cannot be written: {_first_line}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder to make, within the project's folder; outside it you are asked first.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/folders.py" />
   <source>The folder “{folder}” cannot be made: {strerror}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>The folder “{folder}” is not there, or cannot be opened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The frame at which the clip begins; below 0 it counts from the end.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/coco_masks.py" />
   <source>The frames in “{name}” have {len} sizes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The given keys by their frames, as 0 12 30.</source>
   <extracomment>node motion.corrupt; node motion.keyframe_levels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/refusals.py" />
   <source>The graphics card broke off its work and answers no more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/steps.py" />
   <source>The group's {port}, {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The hub answered {status} for “{what}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>The hub asks for an account that has agreed to its licence, and a token.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The hub cannot be reached for “{what}”: {_first_line}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The hub does not give “{what}” to this account ({status}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The hub has no “{what}”, or not at this revision, or not for this account.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The hub is out of order ({status}): “{what}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>The hub offers another “{name}” of “{repository}” than the catalogue names.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>The hub says that too much was asked of it from here (429): “{what}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The id of a shot of the clip to keep, or empty for the whole clip.</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The id of one shot to show alone, or empty for all.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/database.py" />
   <source>The journal of this project cannot be used ({error}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/writer.py" />
   <source>The journal of this project is closed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The key frames themselves, where they are not every n-th: 0, 12, 40.</source>
   <extracomment>node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/in_between.py" />
   <source>The keys of a gap differ: {_described} and {_described_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The large one: better motion and detail, also at 1280x720.</source>
   <extracomment>model wan-vace-14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/frame_range_editor.py" />
   <source>The last frame comes before the first. The old range is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>The link is kept in the file. Remove it, or update Storyloom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>The log was not saved: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masking/faults.py" />
   <source>The mask could not be worked out (OpenCV: {err}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/metrics/drift.py" />
   <source>The mask covers the whole picture, so that no colour is left to compare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/frame/work_region.py" />
   <source>The mask does not fit into the region on {len} frames ({listed}{more}): make it larger, or choose a zoom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>The mask does not say that this frame is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/agreement.py" />
   <location filename="../../nodes/library/motion/refine.py" />
   <source>The mask has {len} frames, the clip {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/conditioning.py" />
   <source>The mask has {len} frames, the film {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/frame/work_region.py" />
   <source>The mask is empty on every frame: the region lies in the middle of the film.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/agreement.py" />
   <source>The mask is {other} x {other_}, the clip {size} x {size_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/mask_overlay.py" />
   <source>The mask is {width} x {height}, the picture {width_} x {height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>The mask keeps a thing in the middle and has all around it made.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/random_masks.py" />
   <source>The mask of a thing is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/masks.py" />
   <source>The mask stands in place of the alpha that the clip has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>The mask that the model is told does not show {len} of the frames that are kept, the first of them {frame}: its picture guides, its being kept is not said.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/sight.py" />
   <source>The mask was painted on meanwhile, and is left as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/paint.py" />
   <location filename="../../nodes/library/mask/propagate.py" />
   <source>The masks do not say how large the picture was that they were painted on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/layout.py" />
   <source>The masks have {len} frames, the clip {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/paint.py" />
   <source>The masks were painted on a picture of {width}x{height} and the clip is {width_}x{height_}, so they are stretched. Crop or pad the clip to the shape that it had.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/refusals.py" />
   <source>The memory was full while “{title}” was at work.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>The mirror “{named}” is no address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/pointing.py" />
   <source>The model is looking at the picture. Enter: take what it finds. Esc: give up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The model that finds what the text says.</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The model that looks.</source>
   <extracomment>node control.depth; node control.pose; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>The model {name} is another one, or counts in other numbers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/generation.py" />
   <source>The model's numbers ran away in step {step} of {steps}; the film would be black.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/catalogue.py" />
   <source>The models that ship are not affected. Mend the file, or take it away.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>The move holds here, so the breakdown begins as the nearer drawing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>The move of this path is gone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/motion/path.py" />
   <source>The move of this path is gone: its panel, or the in-between behind it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The move, by the panel before it.</source>
   <extracomment>node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The move, by the panel before it; empty for all moves that have no curve of their own. The storyboard that is wired here says which moves there are.</source>
   <extracomment>node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The name of each picture; the # signs become its number, frame_0007.png.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The names, with commas between; a number stands where there is none.</source>
   <extracomment>node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The new frame rate (when frame rate is changed).</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The new height in pixels.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>The new order must name every link of “{socket}” once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The new width in pixels.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_pane.py" />
   <source>The next dip (Page Down in the plot)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>The node is kept as it was saved. Install the plug-in that brings it, or remove the node.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/registry.py" />
   <source>The node is kept as it was saved. Update Storyloom to run it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>The node type “{type_id}” is not installed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/fields.py" />
   <source>The node type “{type}” is not installed. The node is kept as it was saved. Install the plug-in that brings it, or remove the node.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number of frames, for custom. A longer clip is cut at its end.</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number of the first frame of the clip.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number.</source>
   <extracomment>node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The numbers that the model counts with.</source>
   <extracomment>node control.depth; node control.pose; node generate.vace_inference; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/spec.py" />
   <source>The old value is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>The one in the environment (HF_TOKEN) is used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>The order is left, top, right, bottom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/seams.py" />
   <source>The original is {other} x {other_} with {len} frames, the clip {size} x {size_} with {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/report_text.py" />
   <source>The other frames are in the plot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/decoders.py" />
   <source>The other frames are unharmed: mark in or out around it, or copy the file again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>The panel has no layer “{layer_id}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_bar.py" />
   <source>The panel that is drawn on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/panel_work.py" />
   <source>The panel was changed meanwhile, so “{name}” was not done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The panels in order, with their layers, lengths and joints.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>The panels were changed while the breakdown was made. Add it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/incoming.py" />
   <source>The pasted picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The path, in shares of the picture.</source>
   <extracomment>node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>The picture has changed since this key was painted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/strokes.py" />
   <source>The picture has changed since. Delete a line, and draw it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/boxes.py" />
   <source>The picture has changed since. Drag a box to set it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/clicks.py" />
   <source>The picture has changed since. Drag a point to set it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/framing.py" />
   <source>The picture is {width} x {height}, its placement was made for {width_} x {height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture jumps from pixel to pixel everywhere; where it jumps more strongly across the edge of the mask than beside it, a seam is seen: 1 is none, 2 is twice as strong as the texture. A thing whose outline is the edge of the mask has more by itself, so connect the film as it was: then the frames are named on which the edge shows more than it did there. The plot shows both; click it to go to a frame.

original: the film before anything was pasted.

Example: the clip and the matte of Paste Back, and the film that they come from.</source>
   <extracomment>node review.seams</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/composite.py" />
   <source>The picture under a drawing must have the size of the drawing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture where the mask is black stays as it is. Alpha and 16 bits are kept.

Example: a propagated mask in red, as an extra column of a comparison.</source>
   <extracomment>node review.mask_overlay</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture's file. A file outside the project's folder is read only after you agree.</source>
   <extracomment>node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>The pictures differ in alpha or depth; all are given the most that any has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>The pictures of “{name}” are of a kind that cannot be decoded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/frames/exchange.py" />
   <source>The pictures' helper process does not start.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/frames/exchange.py" />
   <source>The pictures' helper process stopped while this frame was made.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/motion_paths.py" />
   <source>The points of a motion path are not in the order of time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/easing.py" />
   <source>The points of a timing curve are not in the order of time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/models/errand_thread.py" />
   <source>The process that did this ended before it was done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/writer.py" />
   <source>The project as it was saved before is untouched, and this drawing is still open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>The project cannot be opened: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/project_file.py" />
   <source>The project does not say which format it has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>The project file is damaged: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>The project file is too large: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/recovery.py" />
   <source>The project file was changed since. Save under another name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>The project file was not opened: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>The project has no clip yet. Load one, or choose a file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/working_store.py" />
   <source>The project has no file yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>The project has no storyboard to draw on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/frame_index.py" />
   <source>The project is unchanged. Copy the file again from where it came.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>The project is unchanged. Copy the file again, or convert it to MP4, MOV or MKV.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/probe.py" />
   <source>The project is unchanged. Copy the file again, or convert it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>The project is unchanged. Export the picture again as PNG, JPEG, WebP or TIFF.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/writer.py" />
   <source>The project was not saved as {name}: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/codec.py" />
   <source>The project's graph cannot be read: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/writer.py" />
   <source>The project's text is over {MOST_PROJECT_BYTES} MB and would not open again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The proportions of the canvas; the picture is never cut. By the sides: what the sides say is all.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The rate of numbered pictures; a video keeps its own.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The rate of pictures and run lengths; a film keeps its own.</source>
   <extracomment>node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/weights.py" />
   <source>The refiner's weights cannot be read: {path}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/pasting.py" />
   <source>The region is of a film of {size}x{size_} with {len} frames, this one is {other}x{other_} with {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The repository of this file names no licence; look at lightx2v's own.</source>
   <extracomment>part lightx2v-14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/result_store.py" />
   <source>The result store is busy in another process: {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/index.py" />
   <source>The result store's index cannot be opened ({error}): {path}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/serve.py" />
   <source>The run broke off: {__name__}: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The share of a cell that must be covered; 0 counts the least touch.</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The share of the picture that is white (not for shapes of things).</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>The size holds from the next start.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>The sound of “{name}” cannot be decoded, or has more than {CHANNEL_LIMIT} channels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>The sound of “{name}” cannot be decoded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>The sound of “{name}” is longer than {limit_s} seconds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>The sound was cut from {seconds} to {seconds_} seconds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>The sound would last {seconds} hours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sound's file. A file outside the project's folder is read only after you agree.</source>
   <extracomment>node load.audio</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/panels.py" />
   <location filename="../../nodes/library/story/storyboard.py" />
   <location filename="../../widgets/paper/paper.py" />
   <source>The storyboard has no panels yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/story_strip.py" />
   <source>The storyboard has no panels yet. Drop pictures here, or draw.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/story/storyboard.py" />
   <source>The storyboard has no shot “{wanted}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/gap_easing_row.py" />
   <source>The storyboard that is wired here has no moves yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The storyboard: panels that you draw or import, and how one becomes the next.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The surest of the four.</source>
   <extracomment>model sam2-large</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The things that are masked; without a tick all of them.</source>
   <extracomment>node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The things that go on from here; without a tick all of them.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The timing curve of all moves, and for how many frames each drawing stays ("on twos").</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/breakdowns.py" />
   <source>The timing curve shows a panel as it is drawn here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/checkpoint.py" />
   <source>The training in {parent} has another {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/score.py" />
   <source>The true clip has no frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>The unfinished file was removed. Free some space, or choose another disk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/refusals.py" />
   <source>The unsaved work of a session cannot be read: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/refusals.py" />
   <source>The unsaved work of a session was written by a newer Storyloom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/seams.py" />
   <source>The untouched film has {sum} there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The video, the folder of numbered pictures, or their pattern such as frame_%04d.png. A file outside the project's folder is read only after you agree.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_row.py" />
   <source>The whole drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The whole film</source>
   <extracomment>node control.depth</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The width of each in pixels.</source>
   <extracomment>node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The width of each picture in pixels.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The words.</source>
   <extracomment>node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>The worker left a report.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>The working scale was {before}, is now {after}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/own_folder_dialog.py" />
   <source>There are no .safetensors in this folder. Weights in other forms are never opened: convert them with a tool of their maker’s.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>There are no frames {first} to {stop} in a clip of {len} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_export.py" />
   <source>There are no panels to export yet. Draw one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/masks.py" />
   <source>There are no pictures that the mask could be the alpha of.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/shot_names_row.py" />
   <source>There are no shots before there are panels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>There are {cuts} cuts in the storyboard, and one generation flows across them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/time/trim.py" />
   <source>There are {end} frames, and {stop} are asked for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/montage.py" />
   <source>There is no clip to join.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/footage.py" />
   <source>There is no film in {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/recording.py" />
   <source>There is no frame to write.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/framing.py" />
   <source>There is no frame.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/segmentation/spans.py" />
   <source>There is no key to start from.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>There is no layer below this one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/serve.py" />
   <source>There is no node “{name}” to run.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>There is no node “{node}” here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/running.py" />
   <source>There is no node “{path}” to run.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masking/objects.py" />
   <source>There is no object “{object_id}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>There is no panel here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/desk.py" />
   <source>There is no panel to draw on. Add one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/incoming.py" />
   <source>There is no panel to paste into. Add one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/masking.py" />
   <source>There is no picture to paint a mask on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/server.py" />
   <source>There is no project to look at.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/outlining.py" />
   <source>There is no result to keep yet. Run the node first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sounds.py" />
   <source>There is no sound to join.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/story_strip.py" />
   <source>There is no storyboard in this project.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>There is none. Only models whose makers ask for an account need one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masking/faults.py" />
   <source>There is not enough memory to work out the mask.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>There is not enough room: this needs {needed}, {free} are free. Free some space, or keep models on another disk (HF_HOME).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/side_by_side.py" />
   <source>There is nothing to compare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/control/layout.py" />
   <source>There is nothing to lay out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/animatic.py" />
   <source>There is nothing to play yet: draw two panels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/shown_output.py" />
   <source>There is nothing to see here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/inspector.py" />
   <source>There is nothing to set on this node.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/experiment_log.py" />
   <source>There is nothing to write down.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>There is one in this system’s keyring.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>These are no boxes: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/layers.py" />
   <source>These layers are for different things, so they cannot be one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/inspector.py" />
   <source>These nodes have no parameter in common.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/editing.py" />
   <source>These panels were drawn in another project; their drawings are not here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>These parts stay ({size}): {parts}. They are needed by {others}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Things</source>
   <extracomment>node mask.random</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/titles.py" />
   <source>This clip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/missing_file.py" />
   <source>This file is not there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/backdrop.py" />
   <source>This frame could not be made</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/breakdowns.py" />
   <source>This frame shows a panel as it is drawn.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/refusals.py" />
   <source>This is not a Storyloom project: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>This is not a file name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>This kind of node is not installed. The node is kept as it was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>This kind of node works differently in this version of the program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/motion_tool.py" />
   <source>This layer does not move to the next panel. Set the joint to in-between, and draw the layer there too.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/desk.py" />
   <source>This layer is hidden. Show it, or choose another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/desk.py" />
   <source>This layer is locked. Unlock it, or choose another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/desk.py" />
   <source>This layer's transparency is locked, so nothing of it can be erased.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>This machine has no NVIDIA GPU that answers, and {main} of main memory.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/token_dialog.py" />
   <source>This machine has no keyring that answers, and a token is kept nowhere else. Nothing was kept. Set HF_TOKEN in the environment instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>This machine has no keyring, and a token is kept nowhere else. Set HF_TOKEN instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>This machine’s {gpu} has {size}, and there are {main} of main memory.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_badges.py" />
   <source>This node lacks no model: nothing is to be downloaded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/compared.py" />
   <source>This node, run at {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>This object is hidden. Show it, or choose another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>This run touches files outside the project's folder. Allow it?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>This work cannot be brought back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>This work cannot be discarded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Three ways side by side, with a log. The model is a download; without it the thing is only filled in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Threshold</source>
   <extracomment>node mask.latent_grid</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/seed_editor.py" />
   <source>Throw another seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/found_things.py" />
   <source>Tick All Found Things</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>Tick all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>Tick {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/boxes.py" />
   <source>Ticked, but not among the objects: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/mask/detect.py" />
   <source>Ticked, but not found any more: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ticks</source>
   <extracomment>node mask.boxes; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tile width</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Tilt cover</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>Tilt length</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Time</source>
   <extracomment>node time.concatenate; node time.fit_length; node time.retime; node time.reverse</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Time a move, or all of them: a curve that several In-Betweens share.</source>
   <extracomment>node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/time_ruler/ruler.py" />
   <source>Time ruler</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Timecode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Timing Curve</source>
   <extracomment>node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Timing curves of single moves, as pairs of the id of the panel before the move and its curve.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Timings</source>
   <extracomment>kinds of value; node motion.in_between; node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tint</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Tint of the panels after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Tint of the panels before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/title_field.py" />
   <location filename="../../widgets/inspector/inspector.py" />
   <source>Title of the node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/token_dialog.py" />
   <source>Token of the Hub</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/hub_box.py" />
   <source>Token of the hub</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Told</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>Tolerance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/overlay.py" />
   <source>Tool over the picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Tools</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Top</source>
   <extracomment>node frame.crop; node frame.outpaint_canvas; node frame.pad; node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Top left</source>
   <extracomment>node frame.outpaint_canvas; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Top right</source>
   <extracomment>node frame.outpaint_canvas; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/checkpoint.py" />
   <source>Train into another folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/weights.py" />
   <source>Train the refiner again with this version of the program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trained on LAION-2B. OpenAI's own ViT-B/32 is a pickle and is not fetched.</source>
   <extracomment>part clip-vit-base</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Transform Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/tools/transform_tool.py" />
   <source>Transform layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Transparency</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transparent</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trim</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/review/score.py" />
   <source>Trim the longer one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>True</source>
   <extracomment>node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/result_store.py" />
   <source>Try again later.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Turn Paper Left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper.py" />
   <source>Turn Paper Right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn a parameter of another node into a socket and wire this to it; then one change reaches all of them.

Example: one strength of 0.7, wired to the opacity of four Blends that fade together.</source>
   <extracomment>node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn a picture into a clip of one frame, at 24 frames a second.</source>
   <extracomment>node convert.image_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Turn hand-drawn storyboards into video.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Turn the Wipe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn the edge of a mask into a ramp of an exact width, by the distance to its outline.</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn the text of another node into a socket and wire this to it; then one change reaches all of them.

Example: "watercolour, soft light", wired to every node that takes a style.</source>
   <extracomment>node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/field_row.py" />
   <location filename="../../widgets/inspector/socket_button.py" />
   <source>Turn {name} into a socket</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/probe.py" />
   <source>Turned by {rotation}°, as the file asks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/about.py" />
   <source>Turns hand-drawn storyboards into video.

Free software under the GNU General Public License, version 3 or later. Films are written with FFmpeg, x264 and x265; the window is made with Qt for Python (LGPL).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two experts of 14B in turn, for high and for low noise.</source>
   <extracomment>model wan22-vace-fun-a14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/linking.py" />
   <source>Two outputs cannot be linked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/linking.py" />
   <source>Two sockets cannot be linked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>Two things have the id “{twice}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/command_palette.py" />
   <source>Type a command</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/source_dialog.py" />
   <source>Type to find</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Underlay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Underlay: none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>Underlay: {name}. It is never in the film.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo Resize: take the picture out of its frame and bring it back to its own size.</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Ungroup</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>Ungroup {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Union</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Union is white where any mask is, intersection where all are, difference where the first is and none of the others.</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_badges.py" />
   <source>Unknown model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Unlock a seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Unlock layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/seed_editor.py" />
   <source>Unlock the seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Unlock transparency</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/steps.py" />
   <source>Unpin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/editing.py" />
   <source>Unpin {nodes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>Unprotect object</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>Unsaved work</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>Unsaved work was found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/found_things.py" />
   <source>Untick All Found Things</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>Untick {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/project_in_hand.py" />
   <source>Untitled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unwanted</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Up to this brightness the mask is black (brightness only).</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Up to which share of the steps it counts; early steps settle where things are.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Update ({size})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Update available</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/room_menus.py" />
   <source>Use</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use Add Sound to put it under a clip. It is read at 48 kHz; up to an hour is taken.

Example: dialogue.wav, wired to Add Sound with a start of 2.0 to begin after two seconds.</source>
   <extracomment>node load.audio</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/metrics/drift.py" />
   <source>Use a smaller mask.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_commands.py" />
   <source>Use as {role}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it after a model that worked at another size. Wire what came before Resize to original and choose the same fit and anchor; what Resize had cut off is taken from there.

Example: film, Resize, a model, Restore; the film again wired to original. What comes out has the size of the film.</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it before Blend, where a hard edge would be seen as a cut-out.

Example: a radius of 6 after Grow Mask hides the seam of a replaced sky.</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it before Composite, so that what was generated runs into the film without a seam. Feather Mask blurs, which rounds corners and eats thin parts; this keeps the shape.

Example: 24 pixels outside, eased, around a painted-out microphone.</source>
   <extracomment>node mask.boundary_blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it before a model that goes on with the picture beyond its edges. The mask reaches a little into the picture, so that the model sees to it that both meet; Restore brings what was made back to the size of the canvas, and Composite with the same mask puts the picture back to the last bit. The sides can be dragged in the viewer. Alpha and 16 bits are kept.

Example: a 4:3 film with shape 16:9 becomes wide; VACE Inference makes what is left and right.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it before a model that takes only certain lengths, or to make two clips equally long. The sound goes on in silence.

Example: 100 frames become 101 with the rule 4n+1, as video models want.</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it behind a generation: models change every pixel a little, this brings back all that was not asked for. Soft and motion-blurred edges of the mask mix both pictures by its share, alpha as well, so that something can also become more transparent; Blend only ever adds. Alpha and 16 bits are kept.

Example: film as original, an inpainted film as made, a mask with Boundary Blend, match at 0.8.</source>
   <extracomment>node image.composite</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it for a background, a style frame, a reference or a scanned drawing. It comes in upright, with its alpha and its 16 bits where it has them. When the file is saved again, what depends on it is made again.

Example: a painted background, wired to a of Blend under a drawing.</source>
   <extracomment>node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it for a move that is easier to draw the other way round. No frame is changed.

Example: a glass that breaks, reversed, puts itself together.</source>
   <extracomment>node time.reverse</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it for compositing elsewhere: PNG loses nothing. It runs only when you press Run on it. Every run goes into a new folder (frames, frames-2, ...), which appears when all of it is written.

Example: a clip at exports/frames and name shot01_#### is written as shot01_0000.png and on.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it for live action, for renders, and for anything that was shot or animated elsewhere. Frames are read when they are needed, exact to the frame, with their alpha and 10 or more bits where the file has them; the start timecode and the sound come along. A file of variable frame rate is brought to a constant one, and the node says so.

Example: plates/street.mp4, or a folder of numbered pictures with a rate of 24.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it for mattes that were painted or rendered elsewhere, and to pick bright sky or dark ink. Bring low and high closer together for a harder edge.

Example: source brightness with low 0.5 and high 0.6 turns a scanned matte into a clean mask.</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it for takes, for a film and what became of it, or for the cases of an experiment. A film that ends sooner holds its last frame; the first one gives proportions, pace and sound. What comes out has 8 bits and no alpha.

Example: a film, its lines and its grays in three pictures, “film, lines, gray” below them.</source>
   <extracomment>node review.side_by_side</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it for things that move and turn: paint one frame well, run, look at the frames that the report names first, paint those right and run again. Between two painted frames the mask is followed from both sides; only the frames between a corrected one and its neighbours are made again. Painted frames come out as they were painted, and one that holds stays up to the next. What is built in works without a download, by motion and colours; things that turn around, cross their like or change their light need a painted frame more often than with a model, which needs seconds for each frame where there is no graphics card.

Example: a tennis player painted on frames 0 and 40, her arm set right on frame 22.</source>
   <extracomment>node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to change several things in one pass (union), to keep a painted area within a character (intersection), or to protect a face inside a larger area (difference). All masks must have the same size; soft edges stay soft.

Example: a mask of the girl and a mask of her shadow, joined, to take out both.</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to check a shot at a glance, or to print a storyboard: a frame that only holds the one before is left out, so a board shows one picture for each panel. The sheet is 8 bits and has no alpha.

Example: every 12 with 6 columns shows a minute at 24 frames a second on one sheet of 120.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to find out whether a model is worth its time: take a real clip, give the model some of its frames, and compare what it makes with the frames that were left out. The two columns beside it cost nothing; a model that loses to them is no result, and the first line says so. Key frames were given and do not count. Each measure is plotted frame by frame: click the plot to go there.

Example: every 8 with the clip that In-Between made from every eighth frame of a film.</source>
   <extracomment>node review.score</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to find the frames where a mask went wrong: an area that jumps, a mask that is empty, a middle that leaps. Such frames are named first.

Example: a propagated mask of 300 frames, to see at once that it is lost on frame 212.</source>
   <extracomment>node mask.statistics</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to give a generation space to continue the picture, or to bring a frame to a wider format without touching its pixels. Alpha and 16 bits are kept.

Example: left 210 and right 210 bring a 1500x1080 picture to 1920x1080.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to give all sources one size, or the size that a model wants. As it comes, the whole picture stays in view and the rest is filled with a colour (letterbox), so that nothing is cut off; Restore takes the picture out again. Alpha and 16 bits are kept.

Example: 832x480 with fit brings any film to the size of a model, letterboxed where it must be.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to lay music or dialogue under an animatic, or to give a generated shot the sound of its original back. The sound becomes as long as the pictures, which are not touched.

Example: music with a volume of 0.4 and mix switched on lies under the dialogue that is there.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to leave a generation some room around an object, so that its edge and shadow are redrawn as well. The edge comes out crisp; put Feather Mask behind it for a soft one.

Example: a distance of 12 covers the soft outline of a cut-out actor.</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to match a generated shot to its neighbours, or to darken the lines of a scan. With every value at its default the picture passes through untouched. Alpha, size and 16 bits are kept.

Example: exposure 0.5, temperature -0.2 and contrast 1.1 make a dull noon a cold morning.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to put a character over a background, to bring back part of the original after a generation, or to shade a drawing with Multiply. Where b is transparent, or the mask is black, a stays exactly as it was. A single picture beside a clip is used for every frame. Alpha and 16 bits are kept.

Example: paper as a, ink as b, multiply at 1.0: lines on the paper's grain.</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to put the shots of a scene together. Sizes and frame rates must agree: put Resize or Retime before the one that differs. If any clip has alpha or 16 bits, the whole has; where one has no sound there is silence. Shots keep their ids, and one that comes twice gets a number.

Example: a title, the film and the credits, wired in this order.</source>
   <extracomment>node time.concatenate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to remove black bars, or to work on a part of the frame. The frame can be dragged in the viewer. Alpha and 16 bits are kept.

Example: top 60 and bottom 60 take the black bars off a 1920x1080 film in 1920x960.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it to work on a few frames of a long take, or on one shot. Frames that were made already are not made again.

Example: first 24 and length 48 keep two seconds at 24 frames a second, from the second on.</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it when it is easier to mark what must stay, such as an actor, than what may change.

Example: mask the actor, invert, and the background is made anew instead.</source>
   <extracomment>node mask.invert</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it where the thing is small in a large film: a model sees it larger and sharper, needs less memory, and all the rest of the film cannot change. The part has one size in multiples of 16 and moves with the mask, smoothly within each shot; the mask stays within it also where it jumps, and where it is empty the part waits between the places before and after. Work on clip and mask, then connect what was made and the region to Paste Back, which knows where each frame belongs. Alpha, 16 bits, sound and shots are kept.

Example: a tennis player in 4K, 832x480 with a constant zoom; a model repaints only that.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>Use of the layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>Use up to 64 letters, digits and underscores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <location filename="../../widgets/models/details.py" />
   <source>Used by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VACE 1.3B in 4 to 12 steps without guidance.</source>
   <extracomment>model causvid-1.3b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VACE 14B in 2 to 8 steps without guidance.</source>
   <extracomment>model lightx2v-14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VACE 14B in 4 to 12 steps without guidance.</source>
   <extracomment>model causvid-14b</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VACE Conditioning</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VACE Inference</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Value</source>
   <extracomment>node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Verified on {date}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Verifying failed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Verifying, {percent} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Videos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>View {number} is empty. Store one with Ctrl+{number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/docks.py" />
   <location filename="../../widgets/commands.py" />
   <location filename="../../widgets/viewer/viewer.py" />
   <source>Viewer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/commands.py" />
   <source>Views</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/mask_bar.py" />
   <source>Views, keys and more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_menu.py" />
   <source>Violet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>Volume</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Waiting: {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_words.py" />
   <source>Waits for {node}, which failed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Waits to be downloaded</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Waits to be verified</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wan2.2 VACE-Fun: 40 steps, guidance 4, shift 5, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wan: 50 steps, guidance 5, shift 16, UniPC</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wanted</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Warnings and failures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Way of comparing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>What VACE Sees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>What VACE keeps of frame {frame}. Gray: nothing is known there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/pane.py" />
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>What VACE sees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>What came is kept. Fetch it again; only what is missing comes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/transfer.py" />
   <source>What came of “{name}” is not what was promised.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What fills the room around it; with alpha it may be transparent.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What fills them; with alpha it may be transparent.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What finds and follows the thing.</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What follows from it.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What follows the things.</source>
   <extracomment>node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/strip.py" />
   <source>What guides VACE in frame {frame}. Gray: nothing does.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What in-between joints use. Layered moves layer by layer; whole follows the motion of the whole picture; hold switches in the middle; fade mixes the two drawings.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/built_in.py" />
   <source>What is built in cannot make a film of words, references or a control alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/vace_inference.py" />
   <source>What is built in takes no LoRA; those that are connected did nothing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_models_row.py" />
   <source>What is built in works until it is here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is connected makes the task. A clip with a mask is repainted where the mask is white; panels of a storyboard are kept at their frames, and what lies between them is made; a clip alone is gone on with; a control guides; references say how a thing looks; with nothing connected there are the words. VACE Conditioning in front of it has more to choose, and shows what the model sees: connect that or the parts, not both. The words describe what is to be seen, they do not give orders; where there are none, those of the panels are used. A clip in begin is a film to work over, such as an earlier one: strength says how far. What was stopped goes on where it was, to the same bits. A draft comes first, which says soon whether it is worth going on; it is as long as the final. The film has 8 bits and no alpha. Without a model what is built in serves, and says so: for masks the ground that other frames show (as in Remove), for keyframes in-betweens; words, references and controls need a model.

Example: two drawn poses, 80 frames apart, and “an ink drawing of a heron taking off”.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is connected makes the task: a clip and its mask are repainted where the mask is white; a clip alone is gone on with; a clip at the ending is led up to; panels of a storyboard are kept and what lies between them is made; a control (depth, pose, scribble, gray, flow or layout) guides what is made, within its region (bare paper guides nothing); references say how a thing looks. All of it goes together: with a clip, a mask and a control, the control holds inside the mask and the film outside. What is transparent in a clip is made, too, which is how a picture is made wider. Sizes, lengths and gray are brought to what the model takes; the clips that come out have 8 bits and no alpha. Look at them before a long run: inactive is what is kept, reactive what guides, mask what is made, told the mask as the model is told it, which is only that of every fourth frame or so.

Example: a film of a teapot, its mask, and a rubber duck on white as the reference: with a gray fill the duck has the outline of a teapot, with a box mask its own.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>What is looked at</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is masked, with its keys; painted over the picture, not typed.</source>
   <extracomment>node mask.paint</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is masked, with its painted frames; painted over the picture, not typed.</source>
   <extracomment>node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is not to be seen.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masking/faults.py" />
   <source>What is painted is unchanged. Close other programs, or work on a smaller clip.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/masking/faults.py" />
   <source>What is painted is unchanged. Mark it in another way, or paint it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_pane.py" />
   <source>What is plotted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is seen in the film.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is to be seen.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What it is less sure of is left out.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>What it was made from is not known any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/linking.py" />
   <source>What leaves a group is chosen when it is made.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What lies under the mask; gray tells a model nothing, and with alpha it may be transparent.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>What native code left is in {file}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What of a film or of pictures is the mask. Auto takes alpha where there is any, and brightness elsewhere.</source>
   <extracomment>node load.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What of a masked thing the model sees. Automatic follows a reference where there is one (gray in boxes around the thing), and otherwise keeps the outline. Reconstruct brings the original back. Zero the reactive stream keeps the outline and takes colours from the reference. Gray fill keeps the outline; with a grown mask it loosens; with a box mask only the place stays, so that a reference brings its own shape. Motion from the source keeps how the thing moves.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What of a masked thing the model sees; VACE Conditioning explains the ways.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What of the model waits in the machine's own memory.</source>
   <extracomment>node control.depth; node control.pose; node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What of the model waits in the machine's own memory; it changes no result.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What outlines and follows the things.</source>
   <extracomment>node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>What pressure changes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>What runs tell is written here, with what can be done about it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>What runs told</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>What the layer is for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_editor.py" />
   <source>What the lightest touch leaves of it; at 100 % pressure is ignored</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the thing is called in a COCO file.</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to find and mask, with dots between: “teapot. red cup.”</source>
   <extracomment>node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to look for, with dots between: “teapot. red cup.”</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to say.</source>
   <extracomment>node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What travels: a layer of the drawing, a thing that a mask of In-Between cuts out ("mask 1" is the lowest), or, empty, all of the drawing.</source>
   <extracomment>node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/farewell.py" />
   <source>What was finished is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/models/errand_thread.py" />
   <source>What was finished is kept. Try it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What was found, above what the figures say.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/store.py" />
   <source>What was here of “{repository}” is damaged: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/region/pasting.py" />
   <source>What was made has {len} frames, the region {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What was to be done, for the name of the log.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where in the clip the sound begins, in seconds; below zero its beginning is cut off.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/missing_files.py" />
   <source>Where is “{name}”?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where it goes, within the project's folder; the ending follows the format.</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the file goes, within the project's folder; outside it you are asked first. The ending may be left out, it follows the codec.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_dialog.py" />
   <source>Where the film goes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_dialog.py" />
   <source>Where the panels go</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the picture stands in the room that its shape brings.</source>
   <extracomment>node frame.outpaint_canvas</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the picture stands when there is room, and what is kept when it is cut.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>Where to write</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/source_dialog.py" />
   <source>Where “{socket}” takes its value from:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether to bring the video's sound along.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which VACE, or what is built in.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Which lines are shown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which of the two networks of Wan2.2 it is for; others have one.</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>White is made, black is kept. Put Invert behind the mask if it is meant the other way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>Why Did This Run?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>Why it ran:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why this is tried.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width</source>
   <extracomment>node control.line; node frame.resize; node frame.work_region; node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width and height of the picture that was painted on, 0 before anything is; a clip of another size gets the masks fitted to it.</source>
   <extracomment>node mask.paint; node mask.propagate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of the final; the nearest multiple of 16 is taken.</source>
   <extracomment>node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of the model's picture; the nearest multiple of 16 is taken.</source>
   <extracomment>node generate.vace_conditioning</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of the part, 0 for what the mask needs; other numbers are made larger until they are multiples of 16.</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of the picture in pixels.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>Wipe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Wire</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/masks.py" />
   <source>Wire a clip to clip, or choose ffv1 for the mask alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <source>Wire a picture to the node to edit over it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refining.py" />
   <source>Wire both from one storyboard: it to In-Between, and both of them here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it into VACE Inference. Several are wired one after another, and all of them count. It is either one of the models of the program, or a .safetensors file of your own, with keys of diffusers, of Wan's makers or of musubi; one that fits nowhere in the model is refused. The model's own weights are never changed. A LoRA for few steps wants its own steps, guidance and shift: see the presets of VACE Inference.

Example: CausVid at 0.5 for 8 steps without guidance, in front of VACE Inference.</source>
   <extracomment>node generate.lora</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the control of VACE: places, sizes and the camera stay, and everything can look different. This needs a model; Depth Anything V2 small is a download of 99 MB. What comes out has 8 bits and no alpha.

Example: a street as depth, and “a street of paper houses” as the words.</source>
   <extracomment>node control.depth</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the control of VACE: shapes, light and motion stay, the words and the references say the colours. What is transparent is white. What comes out has 8 bits and no alpha.

Example: an old film in black and white, to be coloured by “a garden in spring”.</source>
   <extracomment>node control.gray</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the control of VACE: somebody else moves as the person in the film does. People come from Detect Objects (“person.”); without boxes one person is looked for in the whole picture. Bodies have arms, legs, eyes and ears, no hands and no faces. This needs a model; ViTPose base is a download of 344 MB. What comes out has 8 bits and no alpha.

Example: a filmed dance, and “a puppet dances on a stage” as the words.</source>
   <extracomment>node control.pose</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the control of VACE: something is made in each box, and moves as the box does. Things come from Detect Objects, from a text with boxes as JSON, or from masks. The clip says only how large and how long the film is. What comes out has 8 bits and no alpha.

Example: “dog.” found by Detect Objects, and “a fox runs through snow” as the words.</source>
   <extracomment>node control.layout</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the control of VACE: what is made then keeps the contours of the film, and the words or a reference say how it looks. Footage is freed from grain first; drawings keep each of their lines. What comes out has 8 bits and no alpha.

Example: a filmed gesture as lines, and “a watercolour of a heron” as the words.</source>
   <extracomment>node control.line</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the control of VACE: what is made then moves as the film does, and nothing of its look is kept. The colour is the direction, and what moves less is paler, as in the pictures that VACE was trained with; theirs were found by a network (RAFT), these by DIS, which is built in and needs no download. A single picture does not move and is white. What comes out has 8 bits and no alpha.

Example: a camera move of one film for a scene that is made of words.</source>
   <extracomment>node control.flow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the paths of In-Between. Take the tool of the path and drag over the picture: one stroke is an arc. The ticks on it are the frames: where they are close the move is slow. Drag points, handles and ticks; a tick that you drag pins the layer to that place in that frame. The drawings at both ends stay where they are drawn, so that the path need not meet them exactly. For several layers or moves let one Motion Path flow into the next.

Example: a ball in two poses, one stroke from the left over the top to the right: it flies.</source>
   <extracomment>node motion.path</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire it to the timings of In-Between: it goes before the curve that is set there. Choose from linear, ease, anticipate (back before it goes), overshoot (past its end and back) and on twos, or drag the curve. For several moves let one Timing Curve flow into the next.

Example: overshoot on all moves, and behind it a second Timing Curve with anticipate for the move to the jump: each pose snaps, and before the jump the figure crouches.</source>
   <extracomment>node motion.timing</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire the clip from In-Between, and the storyboard that it was made of. Ghosts and holes at the edges of what moves are mended; where the drawings agree, nothing changes, and the drawings themselves stay to the last bit. A change to a drawing makes only the moves at its sides again, and what a cancelled run has made is kept. No download needed.

Example: three poses, twelve frames between each two, polished.</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/motion/refine.py" />
   <source>Wire the storyboard that the clip was made of, or name the frames in keys.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire what Detect Objects found, or a text with boxes as JSON, or draw boxes by hand. Where a box was found or drawn, a silhouette is outlined; on the frames between it is followed from both sides. What is built in needs no download and goes by colours and motion; a model knows what things are. Tick the things that are wanted: each of the first four has an output of its own, and all of them make the mask.

Example: “teapot.” found by Detect Objects: the teapot's outline on 81 frames, to be replaced.</source>
   <extracomment>node mask.boxes</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>Wire: the graph behind the film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without a storyboard, the frames of the clip that are drawings: 0 12 24.</source>
   <extracomment>node motion.refine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>Without one, models are computed on the processor in the main memory: what fits runs, but large models take hours for what a GPU does in minutes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>Without saving they are lost.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Words</source>
   <extracomment>node export.panels; node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Work Region</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Working size</source>
   <extracomment>node mask.boxes; node mask.propagate; node mask.segment</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Worst Frame of the Plot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/plots/plot_pane.py" />
   <source>Worst: {frame}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/onion_panel.py" />
   <source>Wrap around, for a cycle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a clip as numbered PNG pictures, with alpha where it has any.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a clip to a video file.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/frames.py" />
   <source>Write a name with # for the number, such as frame_####.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a number as text, without needless zeros: 24.0 becomes 24.</source>
   <extracomment>node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write an experiment down: what was given and set, what came out, how long it took, how good.</source>
   <extracomment>node export.experiment_log</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Write dialogue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/hex_colours.py" />
   <source>Write it as #rrggbb or #rrggbbaa.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/timecode.py" />
   <location filename="../../pipelines/media/writing.py" />
   <source>Write it as 01:02:03:04.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write masks as numbered pictures, as films, or as run lengths for training.</source>
   <extracomment>node export.masks</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/snapshot.py" />
   <source>Write node.parameter; within groups, group/node.parameter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Write notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/panel_export.py" />
   <source>Write the panels as pages, pictures or lists</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write the panels of a storyboard: as a PDF, as pictures, or as a list for editing.</source>
   <extracomment>node export.panels</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>Write the prompt of panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write the sound too.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write what to look for, run, and tick the things that you want in the list: Boxes to Mask makes masks of those. A model looks at some of the frames; a thing is recognised from one to the next by its place, and its box moves in between. Sifting by score, size or words runs in a moment, since what the model said is kept. This needs a model: Grounding DINO is small and gives scores; Qwen-VL understands more, also “everything” where no text is given, and gives no scores.

Example: “teapot. cup.” on every 10th frame of 81, of which only the teapot is ticked.</source>
   <extracomment>node mask.detect</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/allowances.py" />
   <location filename="../../app/window/questions.py" />
   <source>Write {path}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Written</source>
   <extracomment>kinds of value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/theme.py" />
   <source>Yellow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>You can go on working meanwhile. A download that is not finished when the program is closed is offered at the next start, and goes on from what is here by then.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>Your own folders stay: {parts}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zero the reactive stream</source>
   <extracomment>node generate.vace_conditioning; node generate.vace_inference</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zoom</source>
   <extracomment>node frame.work_region</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Zoom In</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <location filename="../../widgets/strip/strip_commands.py" />
   <location filename="../../widgets/viewer/viewer_commands.py" />
   <source>Zoom Out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>a few seconds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>about {count} min</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>about {count} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>about {hours} h {minutes} min</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>as it was saved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>at {commit}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>at {commit}, unpinned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_row.py" />
   <source>built in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>bypassed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>changed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/shortcut_editor.py" />
   <source>clashes with {names}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>dialogue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>does not fit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>empty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/frame_range_editor.py" />
   <source>first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>fits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>fits with offload</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/underlay_row.py" />
   <source>frame {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/easing_editor.py" />
   <location filename="../../widgets/inspector/panel_editor.py" />
   <source>frames</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/parameter_row.py" />
   <location filename="../../widgets/inspector/size_row.py" />
   <source>from {node}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>from {source}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>full (FP32)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>getting ready</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>half (BF16)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_rows.py" />
   <source>hangs on {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>here already</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_rows.py" />
   <source>hidden</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_row.py" />
   <source>in memory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/farewell.py" />
   <source>it failed; see above.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/running.py" />
   <source>it refers to a file outside the project's folder: {path}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/model_words.py" />
   <source>its blocks take turns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/recent_files.py" />
   <source>its folder is not there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/model_words.py" />
   <source>its parts take turns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>label</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/frame_range_editor.py" />
   <source>last</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_rows.py" />
   <source>locked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/editor.py" />
   <source>mixed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_bar.py" />
   <source>motion of “{layer}” from the one before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_bar.py" />
   <source>motion of “{layer}” to the next</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/strip/labels.py" />
   <source>moving for {count} frames</source>
   <extracomment>for one: moving for {count} frame</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../widgets/inspector/file_editor.py" />
   <source>no file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/structure_line.py" />
   <source>none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_row.py" />
   <source>not downloaded</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>not wired</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>not wired, needed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/model_words.py" />
   <source>nothing offloaded</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/case_log.py" />
   <source>nothing that the figures object to.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/objects_panel.py" />
   <source>nothing yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/inline_values.py" />
   <location filename="../../widgets/outline/entries.py" />
   <source>off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/inline_values.py" />
   <location filename="../../widgets/outline/entries.py" />
   <source>on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_row.py" />
   <source>on disk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/model_words.py" />
   <source>on the graphics card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/model_words.py" />
   <source>on the processor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>pinned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>prompt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <location filename="../../widgets/inspector/slider_editor.py" />
   <location filename="../../widgets/paper/brush_panel.py" />
   <source>px</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>quarter (FP8)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>saved at step {index}</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/paper/layer_rows.py" />
   <source>shared by {count} panels</source>
   <extracomment>for one: shared by 1 panel</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../app/window/recent_files.py" />
   <source>the file is not there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/linking.py" />
   <source>the group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/fields.py" />
   <source>the group's input</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <source>the group's {port}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/history/history.py" />
   <source>the saved step is gone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>then: {joint}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>time left unknown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layer_rows.py" />
   <source>transparency locked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/linking.py" />
   <location filename="../../widgets/canvas/telling.py" />
   <source>unknown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>waits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/writer.py" />
   <source>{_OLD_IS_SAFE} Save it under another name or on another disk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/loom/writer.py" />
   <source>{_OLD_IS_SAFE} Split it into two projects.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/result_store.py" />
   <source>{_SAFE} Choose another folder for results, or make this one writable.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/store/result_store.py" />
   <source>{_SAFE} Make room on the disk or choose another folder, then run again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/advice.py" />
   <source>{busy} of the references have a busy background, which leaks into the film.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/found_row.py" />
   <source>{count} are ticked.</source>
   <extracomment>for one: {count} is ticked.</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/structure_line.py" />
   <location filename="../../widgets/viewer/tools/boxes.py" />
   <source>{count} boxes</source>
   <extracomment>for one: {count} box</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/structure_line.py" />
   <source>{count} clicks</source>
   <extracomment>for one: {count} click</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../app/window/models.py" />
   <source>{count} downloads were not finished when the program ended.</source>
   <extracomment>for one: {count} download was not finished when the program ended.</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/viewer/transport.py" />
   <source>{count} dropped</source>
   <extracomment>for one: {count} dropped</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/structure_line.py" />
   <source>{count} entries</source>
   <extracomment>for one: {count} entry</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/models/part_card.py" />
   <source>{count} files here</source>
   <extracomment>for one: {count} file here</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/moves.py" />
   <location filename="../../widgets/inspector/shot_names_row.py" />
   <location filename="../../widgets/strip/labels.py" />
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>{count} frames</source>
   <extracomment>for one: {count} frame</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../pipelines/media/recording.py" />
   <source>{count} frames came where {expected} were expected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/vace_sight/pane.py" />
   <source>{count} frames; the mask is told of {told} of them, ticked below</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/masking/objects_panel.py" />
   <location filename="../../widgets/masking/painter.py" />
   <source>{count} keys</source>
   <extracomment>for one: {count} key</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/structure_line.py" />
   <location filename="../../widgets/viewer/tools/strokes.py" />
   <source>{count} lines</source>
   <extracomment>for one: {count} line</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../app/window/model_window.py" />
   <source>{count} models</source>
   <extracomment>for one: {count} model</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../app/window/held_moves.py" />
   <source>{count} more moves</source>
   <extracomment>for one: {count} more move</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>{count} ms</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/canvas/bars.py" />
   <location filename="../../widgets/canvas/editing.py" />
   <location filename="../../widgets/canvas/level_editor.py" />
   <location filename="../../widgets/inspector/fields.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>{count} nodes</source>
   <extracomment>for one: 1 node</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/outline/entries.py" />
   <source>{count} nodes inside</source>
   <extracomment>for one: {count} node inside</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../app/window/run_forecast.py" />
   <source>{count} nodes to make</source>
   <extracomment>for one: {count} node to make</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>{count} numbers are missing ({shown}{more}); the frames close up.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/panel_editor.py" />
   <location filename="../../widgets/inspector/structure_line.py" />
   <source>{count} panels</source>
   <extracomment>for one: {count} panel</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../app/window/panel_dialog.py" />
   <source>{count} panels as</source>
   <extracomment>for one: {count} panel as</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/structure_line.py" />
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>{count} points</source>
   <extracomment>for one: {count} point</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/found_row.py" />
   <source>{count} ticked things are there no more.</source>
   <extracomment>for one: {count} ticked thing is there no more.</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../widgets/inspector/prompt_editor.py" />
   <source>{count} words</source>
   <extracomment>for one: {count} word</extracomment>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../nodes/finding.py" />
   <source>{count} {things} found on {len} {frames} looked at.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>{count}: {names}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/download_list.py" />
   <location filename="../../widgets/models/fetch_row.py" />
   <source>{done} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/models/model_desk.py" />
   <source>{files} and {count} more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>{folder}: {why}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_painting.py" />
   <source>{frames} f</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>{frames} f · {seconds}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>{free} are free in {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>{hours} h {minutes} min</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panels_row.py" />
   <source>{joint} {frames} f</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/strip_view.py" />
   <source>{joint}. Click for the next kind, drag for a move.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/mishaps.py" />
   <source>{kind}: {error}

Your project is still open and nothing of it was lost. Save it, and send us {file} if it happens again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/search_popup.py" />
   <source>{kind}: {parameter}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/masks.py" />
   <source>{label} changes the levels at soft edges a little; FFV1 does not.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>{label} has 8 bits; the 16-bit pictures were rounded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>{label} has no alpha; the pictures were flattened over black.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>{label} has no sound; it was left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/codecs.py" />
   <source>{label} is not kept in “{suffix}” files.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/writing.py" />
   <source>{label} needs even sides; the last column or row was repeated: {width}x{height}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/number_limits.py" />
   <source>{least} or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>{left} to fetch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/download_dialog.py" />
   <source>{left} to fetch; of {all} the rest is here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/strip/labels.py" />
   <source>{length} ({by})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>{length} left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/numbered.py" />
   <source>{len} frames came where {count} were expected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/metrics/score_sheet.py" />
   <source>{len} key frames were given and do not count. “Won” and “lost” say how this clip does against that column. Higher is better for PSNR, SSIM, likeness and consistency, lower for what is an error, a distance or a drift; the temporal ratio should be 1: below it the clip is too still, above it it flickers. A still is perfectly consistent: read temporal consistency beside the ratio.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/masks.py" />
   <source>{len} masks have soft edges; run lengths cut them at one half.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panels_row.py" />
   <source>{line} – {words}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <source>{minutes} min {seconds} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_window.py" />
   <source>{models} on this machine, {size}. {free} are free in {folder}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/models/model_desk.py" />
   <source>{model} is damaged: {files}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/models/model_desk.py" />
   <source>{model} is here, and verified.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/stand_ins.py" />
   <source>{model} is not here, so what is built in is used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_badges.py" />
   <source>{model} is not here, so what is built in works instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_editor.py" />
   <source>{model}, {state}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/models/model_desk.py" />
   <source>{model}:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_badges.py" />
   <source>{model}: {how}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/number_limits.py" />
   <source>{most} or less.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/gap_easing_row.py" />
   <source>{move}: own curve</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>{names}. They are imported only where the command line names them with --plugin.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/menus.py" />
   <source>{name} ({why})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>{name} changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/easel.py" />
   <location filename="../../widgets/paper/layering.py" />
   <source>{name} copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/weights.py" />
   <source>{name} holds weights of another network.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/refiner/training/checkpoint.py" />
   <source>{name} is no checkpoint of a training.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/linking.py" />
   <source>{name} takes {wanted}; {other} gives {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/incoming.py" />
   <source>{name} was scaled from {was} to {now} to fit the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>{name} was {before}, is now {after}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/easing_editor.py" />
   <source>{name}, curve</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/easing_editor.py" />
   <source>{name}, frames for each drawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/named_row.py" />
   <source>{name}, not here now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>{name}, not taken yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>{name}, number {number}, changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>{name}, part {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/frame_range_editor.py" />
   <source>{name}, {end}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>{name}, {keys}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>{name}: gives {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>{name}: one unsaved step, on {when}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>{name}: takes any number of {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>{name}: takes {value}, needed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>{name}: takes {value}, optional</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/transport.py" />
   <source>{name}: type to go there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>{name}: {count} unsaved steps, the last on {when}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/start_page.py" />
   <source>{name}: {problem} It is kept in {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/structure_line.py" />
   <source>{name}: {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/size_row.py" />
   <source>{name}: {width} × {height}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_forecast.py" />
   <source>{nodes}, {length}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_forecast.py" />
   <source>{nodes}; {count} from the cache</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_words.py" />
   <source>{node}, frame {frame}: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/entries.py" />
   <location filename="../../widgets/outline/steps.py" />
   <source>{node}, its {output}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/reason_words.py" />
   <source>{node}, upstream: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_words.py" />
   <location filename="../../widgets/viewer/backdrop.py" />
   <source>{node}: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_words.py" />
   <source>{node}: {model} is not here, so what is built in is used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/canvas.py" />
   <source>{node}: {reasons}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/outline/steps.py" />
   <source>{node}: {value} ({id})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/moves.py" />
   <source>{number} to {next}, {words}: {frames}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/moves.py" />
   <source>{number} to {next}: {frames}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/panels_row.py" />
   <source>{number}: {frames} f, {joint}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/clicks.py" />
   <source>{on} on, {off} off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/linking.py" />
   <source>{other} already depends on {name}: this would close a loop.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/gap_easing_row.py" />
   <source>{panel}, no move now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/settings_dialog.py" />
   <source>{percent} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/model_row.py" />
   <source>{place} ({size} GiB)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>{points}, this one at frame {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/path.py" />
   <source>{points}, {frames}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/rooms.py" />
   <source>{room} Room</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>{said}, followed before the last changes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/painter.py" />
   <source>{said}, followed here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/source_bar.py" />
   <source>{scale} proxy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/node_states.py" />
   <location filename="../../widgets/strip/labels.py" />
   <source>{seconds} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>{shared} of these {size} come only once: they are shared with {others}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layers_panel.py" />
   <source>{shared}. What changes here changes there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>{share} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/sayings.py" />
   <source>{size} in {precision}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/cache_box.py" />
   <source>{size} on disk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/cache_box.py" />
   <source>{size} on disk, {freed} freed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/pen_palette.py" />
   <source>{size} px</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/models/part_card.py" />
   <source>{size}, {state}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/models/model_desk.py" />
   <source>{size}/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/overlay.py" />
   <source>{state}. {words}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/found_row.py" />
   <source>{ticked} of {count} ticked: only those go on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/telling.py" />
   <source>{title} ({kind})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/boundary.py" />
   <source>{title} changed one of its inputs in place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/calling.py" />
   <source>{title} gave {__name__} for “{name}”, which is declared as {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/calling.py" />
   <source>{title} gave {len} values of {len_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>{title} is not finished. What was made is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/notifier.py" />
   <location filename="../../app/window/run_desk.py" />
   <source>{title} waits: the queue is paused.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>{title} …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/farewell.py" />
   <source>{title}: done in {seconds} s.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/farewell.py" />
   <source>{title}: stopped.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <location filename="../../app/window/top_bar.py" />
   <location filename="../../widgets/models/download_list.py" />
   <source>{title}: {how}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/farewell.py" />
   <source>{title}: {why}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/codecs.py" />
   <source>{upper} sound is not kept in “{suffix}” files with {label}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/values.py" />
   <source>{what} cannot be an array of shape {shape}, {dtype}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/boundary.py" />
   <source>{what} is {width} x {height}, the original {width_} x {height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/blend.py" />
   <source>{what} is {width} x {height}, the picture below {width_} x {height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>{where} is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>{where} reaches out of the picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/masking/sight.py" />
   <source>{why} What is built in answers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/viewer/tools/margins.py" />
   <source>{width} × {height}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/held_moves.py" />
   <source>{words} So do {more}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/catalogue.py" />
   <source>“storyloom models list” names them all; your own are added in models.toml.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{backdrop}” is not a backdrop.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>“{folder}” has {_megabytes} free; this needs about {_megabytes_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>“{folder}” has {size_words} free; this needs {size_words_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/document.py" />
   <source>“{group_id}” is not a group.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” has no layer “{layer}” in “{join}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” has no output “{output}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” has no panels in this order: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” has no parameter “{inner}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” has no parameter “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” has no socket “{socket}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/mask_edits.py" />
   <source>“{id}” holds no masks under “{parameter}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” holds no panels under “{parameter}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/mask_edits.py" />
   <source>“{id}” masks no object “{object_id}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{id}” shows a parameter “{name}” already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/paper_bar.py" />
   <source>“{layer}” does not move to a next panel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/model_badges.py" />
   <source>“{model}” is in no list of models here: choose another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>“{name}” and {count} more are finished.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>“{name}” cannot be opened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/spec.py" />
   <source>“{name}” cannot be {_shown}: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/outputs.py" />
   <source>“{name}” could not be written: {reason}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>“{name}” does not fit into memory.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/painting/limbs.py" />
   <source>“{name}” hangs on “{name_}” already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/decoders.py" />
   <location filename="../../pipelines/media/sequences.py" />
   <source>“{name}” has changed since it was loaded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/frame_index.py" />
   <source>“{name}” has more than {FRAME_LIMIT} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/masks.py" />
   <source>“{name}” has no alpha.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/boxes_json.py" />
   <source>“{name}” has two boxes on frame {twice}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>“{name}” has unsaved changes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/coco_masks.py" />
   <source>“{name}” has {len} frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/frame_index.py" />
   <source>“{name}” holds no frame that can be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/coco_masks.py" />
   <source>“{name}” holds no masks as run lengths: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>“{name}” holds no moving pictures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/peaks.py" />
   <location filename="../../pipelines/media/sounds.py" />
   <source>“{name}” holds no sound.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>“{name}” holds {dtype} values.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>“{name}” holds {len} pictures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/refusals.py" />
   <source>“{name}” is a pickle, which can run any program when it is opened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/opened_clips.py" />
   <source>“{name}” is a single picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>“{name}” is damaged, cut short, or not a picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>“{name}” is damaged, cut short, or of an unknown kind.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>“{name}” is empty (0 bytes).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/film_export.py" />
   <source>“{name}” is finished.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/loras.py" />
   <source>“{name}” is for the expert of {value}, and this model has no such one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/load/masks.py" />
   <source>“{name}” is larger than {_MOST} MB.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/paper/layering.py" />
   <source>“{name}” is locked. Unlock it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/loras.py" />
   <source>“{name}” is no LoRA for this model: none of its weights can be loaded.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/toml_entries.py" />
   <source>“{name}” is not TOML: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/lora.py" />
   <source>“{name}” is not a .safetensors file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>“{name}” is not a file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>“{name}” is not there, or cannot be opened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/working_store/refusals.py" />
   <source>“{name}” is open in another Storyloom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/opened_work.py" />
   <source>“{name}” is open in another window. This is a copy of it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/pictures.py" />
   <source>“{name}” is too large ({what}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/containers.py" />
   <source>“{name}” is too large ({width}x{height}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>“{name}” is {width}x{height}, where the sequence is {width_}x{height_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/spec.py" />
   <source>“{name}” must be a finite number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/sequences.py" />
   <source>“{name}” names no numbered pictures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{name}” of “{id}” cannot be a socket.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{name}” of “{id}” takes {value}, and “{id_}” gives {value_}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{name}” of “{path}” is not connected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{name}” of “{path}” takes {value}, and “{path_}” gives {given}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/vace/loras.py" />
   <source>“{name}” tunes {wanted} layers; {len} of them are here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>“{name}” was changed by another program since you opened it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/project_files.py" />
   <source>“{name}” was changed by another program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/projects.py" />
   <source>“{name}” was not saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/project_file.py" />
   <source>“{name}” was saved by a newer Storyloom (format {written}); this one reads up to format {FORMAT}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/recording.py" />
   <source>“{name}” was written, but {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/toml_entries.py" />
   <source>“{name}”, line {line}: [{kind}.{entry}] {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/toml_entries.py" />
   <source>“{name}”, line {line}: there is “{kind}”, where only {entries} can be.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{node_id}” is not a group.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/mask_edits.py" />
   <source>“{node}” has no objects in this order: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/catalogue.py" />
   <source>“{own}” cannot be read: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{path}{id}” has no output “{output}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/laid_nodes.py" />
   <source>“{path}” gives a clip without frames.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/laid_nodes.py" />
   <source>“{path}” gives no picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{path}” has no output “{output}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{path}” has no socket “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>“{path}” has not run yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{path}” is linked to “{path_}{node}”, which is not there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/work.py" />
   <source>“{path}” is not a local file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/generate/lora.py" />
   <source>“{path}” is not there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{path}” is part of a loop.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/work.py" />
   <source>“{path}” wants to write outside the project's folder: {target}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/flatten.py" />
   <source>“{path}” was saved by a newer version of {title}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/library/export/frames.py" />
   <source>“{pattern}” does not name numbered pictures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>“{repository}” asks for an account that has agreed to its licence.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/fetching.py" />
   <source>“{repository}” has no {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/apply.py" />
   <source>“{socket}” of “{id}” has no link “{link}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/refusals.py" />
   <source>“{source}” already depends on “{target}”, so this link would close a loop.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/hex_colours.py" />
   <source>“{text}” is not a colour.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/paths.py" />
   <source>“{text}” is not on this computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/media/timecode.py" />
   <location filename="../../pipelines/media/writing.py" />
   <source>“{timecode}” is not a timecode.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/level_editor.py" />
   <location filename="../../widgets/canvas/linking.py" />
   <source>“{title}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/detection/choosing.py" />
   <source>“{title}” does not find things by words.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/server.py" />
   <source>“{title}” does not show the panel “{panel}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/shown_output.py" />
   <source>“{title}” gives {said}no picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/borrowing.py" />
   <source>“{title}” has random weights here: what it makes is noise.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/store.py" />
   <source>“{title}” is damaged: {join}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/frame_serving/shown_output.py" />
   <source>“{title}” is given no picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/loading.py" />
   <source>“{title}” is not loaded by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/absence.py" />
   <source>“{title}” is not on this machine, or not whole.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/store.py" />
   <source>“{title}” is not on this machine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/loading.py" />
   <source>“{title}” lacks {count} of its weights, or has others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/absence.py" />
   <source>“{title}” lacks {join} in “{folder}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/placement.py" />
   <source>“{title}” needs about {least} GiB, and {limit} GiB are free.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/registry.py" />
   <source>“{title}” was saved by version {version}; version {version_} is installed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/colour_editor.py" />
   <source>“{typed}” is no colour; write #rrggbb. The old value is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/inspector/number_line.py" />
   <source>“{typed}” is no number. The old value is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>“{what}” broke off: {_first_line}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../pipelines/models/hub_words.py" />
   <source>“{what}” is not there any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../nodes/between_keys.py" />
   <source>“{wrong}” is no frame.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/questions.py" />
   <source>… and {count} more</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
